import { Button, NoReplyError, useLook, useUiText, useWedge } from '@takt/ui';
import { useEffect, useEffectEvent } from 'react';
import { CameraButton } from '../../components/camera-button';
import { useFloorText } from '../../lib/texts';
import { CODE_LENGTH } from './pairing-code';
import css from './pairing-page.module.css';
import { usePairing } from './use-pairing';

const SIGNS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];

/** Types with a keyboard, where there is one. */
function useTyping(signs: string, type: (text: string) => void): void {
  const key = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Backspace') type(signs.slice(0, -1));
    else if (/^[a-zA-Z0-9]$/.test(event.key)) type(signs + event.key);
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => key(event);
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** Language and light of a screen that nobody has set up yet, and the camera for the code in the office. */
function LookButtons() {
  const ui = useUiText();
  const [look, setLook] = useLook();
  return (
    <div className={css.look}>
      <Button
        icon="globe"
        onClick={() => setLook({ language: look.language === 'en' ? 'zh-CN' : 'en' })}
        lang={look.language === 'en' ? 'zh-CN' : 'en'}
      >
        {look.language === 'en' ? '中文' : 'English'}
      </Button>
      <CameraButton named />
      <Button icon="sun" onClick={() => setLook({ theme: look.theme === 'dark' ? 'light' : 'dark' })}>
        {ui(look.theme === 'dark' ? 'look.theme.light' : 'look.theme.dark')}
      </Button>
    </div>
  );
}

/** Ties this screen to its place in the factory by the code that the office shows. */
export function PairingPage() {
  const say = useFloorText();
  const ui = useUiText();
  const { signs, enter, type, error, busy } = usePairing();
  useTyping(signs, type);
  useWedge(enter);
  const fault = error instanceof NoReplyError ? ui('page.no-reply') : error?.message;
  return (
    <main className={css.page}>
      <div className={css.words}>
        <h1>{say('pairing.title')}</h1>
        <p>{say('pairing.hint')}</p>
        <p className={css.code} role="status" aria-label={say('pairing.code', { signs: signs || '–' })}>
          {Array.from({ length: CODE_LENGTH }, (_, at) => (
            <span
              key={at}
              className={at === signs.length ? css.here : undefined}
              style={{ gridColumn: at < 4 ? at + 1 : at + 2 }}
            >
              {signs[at]}
            </span>
          ))}
        </p>
        {fault ? (
          <p className={css.fault} role="alert">
            {fault}
          </p>
        ) : null}
        <LookButtons />
      </div>
      <div className={css.keys} role="group" aria-label={ui('keypad.label')}>
        {SIGNS.map((sign) => (
          <Button
            key={sign}
            className={css.key as string}
            disabled={busy}
            onClick={() => enter(signs + sign)}
          >
            {sign}
          </Button>
        ))}
        <Button
          className={css.erase as string}
          icon="erase"
          disabled={busy || signs === ''}
          onClick={() => enter(signs.slice(0, -1))}
        >
          {ui('keypad.erase')}
        </Button>
      </div>
    </main>
  );
}
