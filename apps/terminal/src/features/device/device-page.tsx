import type { Language } from '@takt/contracts';
import { Button, THEMES, useLook, useUiText } from '@takt/ui';
import { useStore } from 'zustand';
import { FloorFrame } from '../../components/floor-frame';
import { IDLE_MINUTES, settingsStore } from '../../lib/settings';
import { useTerminal } from '../../lib/terminal';
import { useFloorText } from '../../lib/texts';
import { updateStore } from '../../lib/update';
import css from './device-page.module.css';

const languages: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'zh-CN', label: '中文' },
];
const STEP = 0.25;

/** A millimetre of this screen, held against a ruler. */
function Size() {
  const say = useFloorText();
  const [look, setLook] = useLook();
  return (
    <section className={css.group} aria-label={say('device.size')}>
      <h2>{say('device.size')}</h2>
      <p>{say('device.size-hint')}</p>
      <div className={css.ruler} aria-hidden="true" />
      <div className={css.choices}>
        <Button icon="minus" onClick={() => setLook({ pxPerMm: Math.max(1, look.pxPerMm - STEP) })}>
          {say('device.smaller')}
        </Button>
        <Button icon="plus" onClick={() => setLook({ pxPerMm: Math.min(20, look.pxPerMm + STEP) })}>
          {say('device.larger')}
        </Button>
      </div>
    </section>
  );
}

/** When the screen may only be looked at, and how large its icons are. */
function Behaviour() {
  const say = useFloorText();
  const { idleMin, largeIcons } = useStore(settingsStore);
  return (
    <>
      <section className={css.group} aria-label={say('device.idle')}>
        <h2>{say('device.idle')}</h2>
        <div className={css.choices}>
          {IDLE_MINUTES.map((minutes) => (
            <Button
              key={minutes}
              pressed={minutes === idleMin}
              onClick={() => settingsStore.setState({ idleMin: minutes })}
            >
              {minutes === 0 ? say('device.idle-never') : say('device.idle-minutes', { count: minutes })}
            </Button>
          ))}
        </div>
      </section>
      <section className={css.group} aria-label={say('device.icons')}>
        <div className={css.choices}>
          <Button
            icon="search"
            pressed={largeIcons}
            onClick={() => settingsStore.setState({ largeIcons: !largeIcons })}
          >
            {say('device.icons')}
          </Button>
        </div>
      </section>
    </>
  );
}

/** How this device shows Takt: language, theme, size of a millimetre, rest, icons, sounds; and its newest version. */
export default function DevicePage() {
  const say = useFloorText();
  const ui = useUiText();
  const { name } = useTerminal();
  const [look, setLook] = useLook();
  const take = useStore(updateStore, (state) => state.take);
  return (
    <FloorFrame title={name} back>
      <div className={css.page}>
        <section className={css.group} aria-label={ui('look.language')}>
          <h2>{ui('look.language')}</h2>
          <div className={css.choices}>
            {languages.map(({ value, label }) => (
              <Button
                key={value}
                pressed={look.language === value}
                onClick={() => setLook({ language: value })}
              >
                {label}
              </Button>
            ))}
          </div>
        </section>
        <section className={css.group} aria-label={ui('look.theme')}>
          <h2>{ui('look.theme')}</h2>
          <div className={css.choices}>
            {THEMES.map((theme) => (
              <Button key={theme} pressed={look.theme === theme} onClick={() => setLook({ theme })}>
                {ui(`look.theme.${theme}`)}
              </Button>
            ))}
          </div>
        </section>
        <Size />
        <Behaviour />
        <section className={css.group} aria-label={ui('look.sound')}>
          <div className={css.choices}>
            <Button icon="sound" pressed={look.sound} onClick={() => setLook({ sound: !look.sound })}>
              {ui('look.sound')}
            </Button>
            {take ? (
              <Button kind="main" icon="loop" onClick={take}>
                {say('device.update')}
              </Button>
            ) : null}
          </div>
        </section>
      </div>
    </FloorFrame>
  );
}
