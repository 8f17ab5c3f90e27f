import type { OperationStatus } from '@takt/contracts';
import { Button, useFactoryNow, useFormat, useUiText, type IconName } from '@takt/ui';
import { useNavigate } from 'react-router';
import type { ExpectedOperation } from '../../lib/outbox/expected-operations';
import { useNames } from '../../lib/names';
import { usePeople } from '../../lib/people';
import { reportStep } from '../../lib/reporting';
import { useFloorText, type FloorKey } from '../../lib/texts';
import { once } from '../../lib/touch';
import { useCalls, useReportBy } from './use-station';
import css from './work-foot.module.css';

interface Primary {
  readonly icon: IconName;
  readonly word: FloorKey;
  readonly does: 'start' | 'resume' | 'pause' | undefined;
}

const primaries: Readonly<Record<OperationStatus, Primary>> = {
  ready: { icon: 'play', word: 'work.start', does: 'start' },
  waiting: { icon: 'play', word: 'work.start', does: 'start' },
  running: { icon: 'pause', word: 'work.pause', does: 'pause' },
  paused: { icon: 'play', word: 'work.resume', does: 'resume' },
  held: { icon: 'hold', word: 'work.held', does: undefined },
  done: { icon: 'check', word: 'work.done', does: undefined },
  cancelled: { icon: 'cancelled', word: 'work.cancelled', does: undefined },
};
const none: Primary = { icon: 'play', word: 'work.start', does: undefined };

interface FootProps {
  readonly station: string;
  readonly operation: ExpectedOperation | undefined;
}

/** Start, pause or go on: the largest thing on the screen, always in the same place. */
function PrimaryAction({ station, operation }: FootProps) {
  const say = useFloorText();
  const go = useNavigate();
  const people = usePeople();
  const reportBy = useReportBy(station);
  const { icon, word, does } = operation ? primaries[operation.status] : none;
  const act = once(() => {
    if (!operation || !does) return;
    if (people.length === 0) return void go('/sign-in');
    if (does === 'pause') return void go(`/operator/pause?station=${station}`);
    if (does === 'start' && reportBy === 'counter')
      return void go(`/operator/reading?station=${station}&operation=${operation.id}`);
    const text = say(does === 'start' ? 'work.started' : 'work.resumed', { operation: operation.workOrder });
    void reportStep({ operation, station, type: does, text });
  });
  return (
    <Button
      className={css.primary as string}
      kind="main"
      primary
      icon={icon}
      disabled={does === undefined}
      onClick={act}
    >
      {say(word)}
    </Button>
  );
}

/** Help: one tap away; while a call is open it says for how long, or who is coming. */
function HelpButton({ station }: { station: string }) {
  const say = useFloorText();
  const ui = useUiText();
  const go = useNavigate();
  const format = useFormat();
  const now = useFactoryNow();
  const names = useNames();
  const [call] = useCalls(station);
  const help = () => void go(`/operator/help?station=${station}`);
  if (!call)
    return (
      <Button className={css.action as string} icon="help" onClick={help}>
        {say('help')}
      </Button>
    );
  const passed = format.duration(Math.max(0, (now - Date.parse(call.raisedAt)) / 1000));
  return (
    <Button className={`${css.action} ${css.called}`} data-status={call.status} onClick={help}>
      <span>
        <strong>
          {ui(`andon.${call.kind}`)} {passed}
        </strong>
        <small>
          {call.answeredBy === null
            ? say(call.status === 'open' ? 'help.nobody' : 'help.coming')
            : say('help.who', { name: names.worker(call.answeredBy) })}
        </small>
      </span>
    </Button>
  );
}

/** What can be done at a station: it stays where it is, whatever is on the screen. */
export function WorkFoot({ station, operation }: FootProps) {
  const say = useFloorText();
  const go = useNavigate();
  const people = usePeople();
  const counts = operation !== undefined && ['running', 'paused', 'held'].includes(operation.status);
  const ends = operation !== undefined && ['running', 'paused'].includes(operation.status);
  const made = (more: string) =>
    people.length === 0
      ? void go('/sign-in')
      : void go(`/operator/made?station=${station}&operation=${operation?.id ?? ''}${more}`);
  return (
    <div className={css.foot}>
      <PrimaryAction station={station} operation={operation} />
      <Button className={css.action as string} icon="plus" disabled={!counts} onClick={() => made('')}>
        {say('work.made')}
      </Button>
      <Button
        className={css.action as string}
        icon="check"
        disabled={!ends}
        onClick={() => made('&finish=yes')}
      >
        {say('work.finish')}
      </Button>
      <HelpButton station={station} />
      <Button
        className={css.action as string}
        icon="menu"
        onClick={() => void go(`/operator/more?station=${station}`)}
      >
        {say('more')}
      </Button>
    </div>
  );
}
