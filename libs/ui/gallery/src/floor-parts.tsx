import {
  Button,
  ChangeBanner,
  ConnectionIndicator,
  EMPTY_ENTRY,
  Figure,
  Keypad,
  noticeWords,
  operationSigns,
  ReasonTiles,
  Sheet,
  SheetActions,
  StateBadge,
  stationSigns,
  UndoBar,
  useFactoryNow,
  useFormat,
  useUiText,
  type Entry,
} from '@takt/ui';
import { useState } from 'react';
import type { Part } from './part';
import { Scanning } from './scanning';
import { sampleNames, sampleNotice, sampleReasons } from './samples';

function Banner({ overdue, queued }: { overdue?: boolean; queued?: boolean }) {
  const say = useUiText();
  const { place } = useFormat();
  const nowMs = useFactoryNow(60_000);
  const words = noticeWords(sampleNotice, {
    say,
    place,
    nowMs,
    names: sampleNames(place.language === 'zh-CN'),
  });
  return (
    <div className="bleed">
      <ChangeBanner
        words={words}
        onAcknowledge={() => undefined}
        overdue={overdue ?? false}
        queued={queued ?? false}
      />
    </div>
  );
}

function Pad({ decimals, secret }: { decimals?: number; secret?: boolean }) {
  const [entry, setEntry] = useState<Entry>({ ...EMPTY_ENTRY, text: secret ? '12' : '36', fresh: false });
  const more = secret ? { secret: true } : { unit: decimals ? 'kg' : 'pcs', rest: '204' };
  return (
    <Keypad
      entry={entry}
      onEntry={setEntry}
      label={secret ? 'PIN' : decimals ? 'kg' : 'OK'}
      decimals={decimals ?? 0}
      max={9999}
      {...more}
    />
  );
}

function Tiles() {
  const say = useUiText();
  const [chosen, setChosen] = useState('burnt');
  return (
    <ReasonTiles
      label={say('tiles.other')}
      reasons={sampleReasons}
      uses={{ shape: 9, burnt: 4 }}
      chosen={chosen}
      onChoose={setChosen}
    />
  );
}

function FootSheet() {
  const say = useUiText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('choose')}</Button>
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        from="foot"
        title={say('tiles.other')}
        actions={
          <SheetActions onCancel={() => setOpen(false)}>
            <Button kind="main" icon="check" onClick={() => setOpen(false)}>
              OK
            </Button>
          </SheetActions>
        }
      >
        <Tiles />
      </Sheet>
    </>
  );
}

/** Parts for the floor. */
export const floorParts: readonly Part[] = [
  {
    id: 'state-full',
    show: () => (
      <div className="stack">
        <StateBadge sign={stationSigns.running} since="2026-03-11T08:30:10Z" size="full" />
        <StateBadge sign={stationSigns.fault} since="2026-03-11T09:08:30Z" size="full" />
        <StateBadge sign={stationSigns.unknown} since="2026-03-10T19:00:00Z" size="full" />
      </div>
    ),
  },
  {
    id: 'state-badge',
    show: () => (
      <div className="stack">
        <div className="flow">
          {Object.values(stationSigns).map((sign) => (
            <StateBadge key={sign.word} sign={sign} since="2026-03-11T08:30:10Z" />
          ))}
        </div>
        <div className="flow">
          {Object.values(operationSigns).map((sign) => (
            <StateBadge key={sign.word} sign={sign} />
          ))}
        </div>
        <div className="flow">
          {Object.values(stationSigns).map((sign) => (
            <StateBadge key={sign.word} sign={sign} since="2026-03-11T08:30:10Z" size="quiet" />
          ))}
        </div>
        <div className="flow">
          <StateBadge sign={stationSigns.setup} since="2026-03-11T09:01:10Z" size="large" />
          <StateBadge sign={stationSigns.idle} since="2026-03-11T09:12:10Z" size="large" />
        </div>
      </div>
    ),
  },
  {
    id: 'change-banner',
    show: () => (
      <div className="stack">
        <Banner />
        <Banner overdue />
        <Banner queued />
      </div>
    ),
  },
  {
    id: 'figure',
    show: () => (
      <div className="flow">
        <Figure label="good" value="84" of="240" unit="pcs" />
        <Figure label="OEE" value="72.4" unit="%" note="−3.1" tone="red" size={3} />
        <Figure label="kg" value="12.5" unit="kg" size={2} />
      </div>
    ),
  },
  {
    id: 'button',
    show: () => {
      const say = useUiText();
      return (
        <div className="stack">
          <div className="flow">
            <Button kind="main" primary icon="play">
              {say('state.running')}
            </Button>
            <Button primary icon="pause">
              {say('status.paused')}
            </Button>
            <Button primary disabled icon="lock">
              {say('status.held')}
            </Button>
          </div>
          <div className="flow">
            <Button kind="main" icon="check">
              {say('status.done')}
            </Button>
            <Button icon="help">{say('andon.supervisor')}</Button>
            <Button pressed icon="wrench">
              {say('andon.maintenance')}
            </Button>
            <Button kind="bare" icon="back">
              {say('close')}
            </Button>
            <Button kind="danger" icon="cross">
              {say('cancel')}
            </Button>
            <Button disabled>{say('status.waiting')}</Button>
          </div>
        </div>
      );
    },
  },
  {
    id: 'keypad',
    show: () => (
      <div className="flow">
        <div>
          <Pad />
        </div>
        <div>
          <Pad secret />
        </div>
        <div>
          <Pad decimals={3} />
        </div>
      </div>
    ),
  },
  { id: 'reason-tiles', show: () => <Tiles /> },
  {
    id: 'connection',
    show: () => {
      const since = Date.parse('2026-03-11T08:42:00Z');
      return (
        <div className="flow">
          <ConnectionIndicator state="live" />
          <ConnectionIndicator state="joining" />
          <ConnectionIndicator state="delayed" sinceMs={since} />
          <ConnectionIndicator state="offline" sinceMs={since} queued={12} />
          <ConnectionIndicator state="live" queued={1} />
        </div>
      );
    },
  },
  {
    id: 'undo',
    show: () => (
      <div className="inline-bar bleed">
        <UndoBar text="WO-1017.30 · +12" seconds={600} onUndo={() => undefined} onEnd={() => undefined} />
      </div>
    ),
  },
  { id: 'scan', show: () => <Scanning /> },
  { id: 'sheet', show: () => <FootSheet /> },
];
