import { lineRoutes, scheduleRoutes, type ReplyOf } from '@takt/contracts';
import {
  ChoiceField,
  EmptyState,
  ErrorState,
  Gantt,
  LoadingState,
  useFormat,
  useRead,
  WhenLoaded,
} from '@takt/ui';
import { useMemo, type ReactNode } from 'react';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { BarReason } from './bar-reason';
import { OperationSheet } from './operation-sheet';
import css from './schedule.module.css';
import { useTriggerWords } from './triggers';
import { UnplacedNote } from './unplaced-note';
import { useChanged, usePlan } from './use-plan';
import { VersionFigures } from './version-figures';

type Current = ReplyOf<typeof scheduleRoutes.current>;

/** Which version it is, since when, why, and what it is worth. */
function VersionHead({ current, children }: { current: Current; children: ReactNode }) {
  const say = useOfficeText();
  const format = useFormat();
  const words = useTriggerWords();
  const { schedule } = current;
  return (
    <div className={css.head}>
      <div className={css.version}>
        {schedule ? (
          <>
            <strong>{say('schedule.version', { version: schedule.version })}</strong>
            <span>
              {say('schedule.published', { when: format.when(schedule.publishedAt) })} ·{' '}
              {words(schedule.triggers)}
            </span>
          </>
        ) : null}
      </div>
      {schedule ? <VersionFigures figures={schedule.figures} /> : null}
      {children}
    </div>
  );
}

function Chart({ current, line }: { current: Current; line: string }) {
  const [operation, setOperation] = useAddress('operation');
  const changed = useChanged(current.schedule?.version);
  const drawn = useMemo(
    () => ({ entries: current.entries, frozenUntil: current.frozenUntil, changed, line }),
    [current, changed, line],
  );
  const { plan, error } = usePlan(drawn);
  if (!plan) return error ? <ErrorState error={error} /> : <LoadingState />;
  return (
    <>
      <Gantt
        plan={plan}
        height="max(24rem, calc(100dvh - 21rem))"
        chosen={operation === '' ? undefined : operation}
        onOpen={({ id }) => setOperation(id)}
        explain={({ id }) => <BarReason operation={id} />}
      />
      {operation === '' ? null : (
        <OperationSheet
          key={operation}
          operation={operation}
          onOpen={setOperation}
          onClose={() => setOperation('')}
        />
      )}
    </>
  );
}

/** The published plan by station. */
export function PlanView() {
  const say = useOfficeText();
  const format = useFormat();
  const [line, setLine] = useAddress('line');
  const lines = useRead(lineRoutes.list).data ?? [];
  const current = useRead(scheduleRoutes.current);
  return (
    <WhenLoaded of={current}>
      {(data) => (
        <>
          <VersionHead current={data}>
            <ChoiceField
              label={say('schedule.line')}
              value={line}
              choices={[
                { value: '', label: say('schedule.all-lines') },
                ...lines.map((each) => ({ value: each.id, label: format.name(each) })),
              ]}
              onValue={setLine}
              plain
            />
          </VersionHead>
          <UnplacedNote unplaced={data.unplaced} />
          {data.entries.length === 0 ? (
            <EmptyState title={say('schedule.none')} hint={say('schedule.none-hint')} />
          ) : (
            <Chart current={data} line={line} />
          )}
        </>
      )}
    </WhenLoaded>
  );
}
