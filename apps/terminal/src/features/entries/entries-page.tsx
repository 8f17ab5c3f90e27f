import { Button, EmptyState, Icon, useConnection, useFormat, type Tone, type IconName } from '@takt/ui';
import { useNavigate } from 'react-router';
import { FloorFrame } from '../../components/floor-frame';
import { useEntryWords } from '../../lib/entry-words';
import { usePersonName } from '../../lib/names';
import { canCorrect, formOf } from '../../lib/outbox/correction';
import { useEntries } from '../../lib/outbox/entries';
import type { Entry, Stage } from '../../lib/outbox/entry';
import { decide, type Decision } from '../../lib/outbox/outbox';
import { isHeldBack } from '../../lib/outbox/outbox-rules';
import { mayDecide, usePeople } from '../../lib/people';
import { useFloorText } from '../../lib/texts';
import { once } from '../../lib/touch';
import { useFloorScan } from '../../lib/use-floor-scan';
import css from './entries-page.module.css';

const SHOWN = 60;
const signs: Readonly<Record<Stage, { readonly tone: Tone; readonly icon: IconName }>> = {
  refused: { tone: 'red', icon: 'fault' },
  queued: { tone: 'yellow', icon: 'queued' },
  done: { tone: 'grey', icon: 'check' },
  dropped: { tone: 'grey', icon: 'cancelled' },
};
const order: readonly Stage[] = ['refused', 'queued', 'done', 'dropped'];

/** The form as it was keyed, to put right what core refused. */
function Correct({ entry: { command, commandId } }: { entry: Entry }) {
  const say = useFloorText();
  const go = useNavigate();
  if (command.kind !== 'report') return null;
  return (
    <Button kind="main" icon="back" onClick={once(() => void go(formOf(command.body, commandId)))}>
      {say('entries.correct')}
    </Button>
  );
}

/** What a supervisor may decide about an entry that core refused. */
function Decide({ entry }: { entry: Entry }) {
  const say = useFloorText();
  const act = (decision: Decision) => once(() => void decide(entry, decision));
  const { kind } = entry.command;
  return (
    <>
      <Button icon="loop" onClick={act('again')}>
        {say('entries.again')}
      </Button>
      {kind === 'report' ? (
        <Button icon="check" onClick={act('as-it-was')}>
          {say('entries.as-it-was')}
        </Button>
      ) : null}
      <Button kind="danger" className={css.drop as string} icon="cross" onClick={act('drop')}>
        {say('entries.drop')}
      </Button>
    </>
  );
}

function Line({ entry, heldBack, decidable }: { entry: Entry; heldBack: boolean; decidable: boolean }) {
  const say = useFloorText();
  const format = useFormat();
  const words = useEntryWords();
  const personName = usePersonName();
  const { tone, icon } = signs[entry.stage];
  return (
    <li className={css.line} data-stage={entry.stage}>
      <span className={css.stage} data-tone={tone}>
        <Icon name={icon} /> {say(heldBack ? 'entries.stage.held-back' : `entries.stage.${entry.stage}`)}
      </span>
      <div className={css.what}>
        <p>
          <strong>{words(entry)}</strong>
        </p>
        <p>
          {format.when(entry.atMs)}
          {entry.by ? ` · ${personName({ worker: entry.worker ?? null, name: entry.by })}` : ''}
        </p>
        {entry.problem && entry.stage !== 'done' ? (
          <p className={css.why}>{format.sentence(`${entry.problem.detail} ${entry.problem.hint}`)}</p>
        ) : null}
      </div>
      {entry.stage === 'refused' ? (
        <div className={css.decide}>
          {canCorrect(entry) ? <Correct entry={entry} /> : null}
          {decidable ? <Decide entry={entry} /> : null}
        </div>
      ) : null}
    </li>
  );
}

/** What was entered at this screen: what a supervisor has to decide first, then what waits, then what core has. */
export default function EntriesPage() {
  const say = useFloorText();
  const format = useFormat();
  const { state, sinceMs } = useConnection();
  const entries = useEntries();
  const people = usePeople();
  useFloorScan();
  const decidable = people.some(mayDecide);
  const sorted = [...entries]
    .sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage) || b.seq - a.seq)
    .slice(0, SHOWN);
  const refused = entries.some((entry) => entry.stage === 'refused' && !canCorrect(entry));
  return (
    <FloorFrame title={say('entries')} back>
      {state === 'offline' ? (
        <p className={css.hint}>{say('entries.offline', { time: format.time(sinceMs) })}</p>
      ) : null}
      {refused && !decidable ? <p className={css.hint}>{say('entries.who-decides')}</p> : null}
      {sorted.length === 0 ? (
        <EmptyState title={say('entries.none')} hint={say('entries.none-hint')} />
      ) : (
        <ul>
          {sorted.map((entry) => (
            <Line
              key={entry.seq}
              entry={entry}
              heldBack={entry.stage === 'queued' && isHeldBack(entry, entries)}
              decidable={decidable}
            />
          ))}
        </ul>
      )}
    </FloorFrame>
  );
}
