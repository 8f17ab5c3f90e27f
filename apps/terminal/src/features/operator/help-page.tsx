import { AndonKind, type AndonCall } from '@takt/contracts';
import {
  andonSigns,
  andonTones,
  Button,
  giveFeedback,
  Icon,
  useConnection,
  useFactoryNow,
  useFormat,
  useUiText,
} from '@takt/ui';
import { FloorFrame } from '../../components/floor-frame';
import { enterAndSignal } from '../../lib/enter-and-signal';
import { useNames } from '../../lib/names';
import { isQueued, useEntries } from '../../lib/outbox/entries';
import { enter } from '../../lib/outbox/outbox';
import { usePeople } from '../../lib/people';
import { deedAt } from '../../lib/reporting';
import { runtime } from '../../lib/runtime';
import { useFloorText } from '../../lib/texts';
import { once } from '../../lib/touch';
import { useFloorScan } from '../../lib/use-floor-scan';
import css from './help-page.module.css';
import { useCalls, useStationId } from './use-station';

type Kind = AndonCall['kind'];

interface HelpProps {
  readonly station: string;
  readonly kind: Kind;
  readonly call: AndonCall | undefined;
  readonly worker: string | undefined;
}

/** A call that is under way: for how long, who is coming, and the end of it. */
function Called({ call, worker }: { call: AndonCall; worker: string | undefined }) {
  const say = useFloorText();
  const format = useFormat();
  const now = useFactoryNow();
  const names = useNames();
  const entries = useEntries();
  const solving = isQueued(entries, (command) => command.kind === 'call-resolve' && command.call === call.id);
  const resolve = once(() => {
    const at = deedAt();
    void enterAndSignal((commandId) => ({
      kind: 'call-resolve',
      call: call.id,
      body: { commandId, at, ...(worker !== undefined && { worker }) },
    }));
  });
  const passed = format.duration(Math.max(0, (now - Date.parse(call.raisedAt)) / 1000));
  return (
    <div className={css.called} data-tone={andonTones[call.status]}>
      <p>
        <strong>{passed}</strong>{' '}
        {call.answeredBy === null
          ? say(call.status === 'open' ? 'help.nobody' : 'help.coming')
          : say('help.who', { name: names.worker(call.answeredBy) })}
      </p>
      <Button icon="check" disabled={solving} onClick={resolve}>
        {say(solving ? 'help.solved-queued' : 'help.solved')}
      </Button>
    </div>
  );
}

function Help({ station, kind, call, worker }: HelpProps) {
  const say = useFloorText();
  const ui = useUiText();
  const entries = useEntries();
  const queued = isQueued(
    entries,
    (command) => command.kind === 'call' && command.body.kind === kind && command.body.station === station,
  );
  const { state } = useConnection();
  const raise = once(() => {
    const at = deedAt();
    void enter((id) => ({
      kind: 'call',
      body: { id, station, kind, at, ...(worker !== undefined && { worker }) },
    }));
    giveFeedback('call', runtime.look.getState().sound);
  });
  return (
    <div className={css.help}>
      <Button className={css.kind as string} primary disabled={call !== undefined || queued} onClick={raise}>
        <Icon name={andonSigns[kind].icon} size="1.6em" />
        {ui(andonSigns[kind].word)}
      </Button>
      {call ? <Called call={call} worker={worker} /> : null}
      {queued && !call && state !== 'live' ? <p className={css.queued}>{say('help.queued')}</p> : null}
    </div>
  );
}

/** Help in one tap by kind; each call says for how long it is open and who is coming. */
export function HelpPage() {
  const say = useFloorText();
  const station = useStationId();
  const calls = useCalls(station);
  const [acting] = usePeople();
  useFloorScan();
  return (
    <FloorFrame title={say('help.title')} back={`/operator?station=${station}`}>
      <div className={css.page}>
        {AndonKind.options.map((kind) => (
          <Help
            key={kind}
            station={station}
            kind={kind}
            call={calls.find((call) => call.kind === kind)}
            worker={acting?.worker}
          />
        ))}
      </div>
    </FloorFrame>
  );
}
