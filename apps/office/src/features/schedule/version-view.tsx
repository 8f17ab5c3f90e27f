import { scheduleRoutes, type ReplyOf, type ScheduleVersion } from '@takt/contracts';
import {
  Button,
  byWords,
  ChoiceField,
  ErrorState,
  Gantt,
  LoadingState,
  showError,
  showToast,
  useFormat,
  useRead,
  useUiText,
  useWrite,
  WhenLoaded,
} from '@takt/ui';
import { useMemo, useState } from 'react';
import { Bar, BarGap } from '../../components/bar';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';
import { useAddress } from '../../lib/use-address';
import { ChangesTable } from './changes-table';
import { useMayPlan } from './replan-buttons';
import css from './schedule.module.css';
import { useTriggerWords } from './triggers';
import { UnplacedNote } from './unplaced-note';
import { useChanged, usePlan } from './use-plan';
import { CompareFigures } from './version-figures';

/** Publishes a draft, or goes back to an earlier version. */
function Decide({ version }: { version: ScheduleVersion }) {
  const say = useOfficeText();
  const ui = useUiText();
  const may = useMayPlan();
  const publish = useWrite(scheduleRoutes.publish);
  const revert = useWrite(scheduleRoutes.revert);
  const params = { version: version.version };
  const onError = (error: Error) => showError(error, ui('page.no-reply'));
  const done = (made: ScheduleVersion) =>
    showToast({ text: say('schedule.is-published', { version: made.version }), tone: 'green' });
  if (!may) return null;
  if (version.status === 'draft')
    return (
      <Button
        kind="main"
        icon="check"
        disabled={publish.isPending}
        onClick={() => publish.mutate({ request: { params } }, { onSuccess: done, onError })}
      >
        {say('schedule.publish')}
      </Button>
    );
  if (version.status !== 'superseded') return null;
  return (
    <Button
      icon="undo"
      disabled={revert.isPending}
      onClick={() => revert.mutate({ request: { params, body: {} } }, { onSuccess: done, onError })}
    >
      {say('schedule.revert')}
    </Button>
  );
}

function VersionChart({ version }: { version: number }) {
  const read = useRead(scheduleRoutes.get, { params: { version } });
  const changed = useChanged(version);
  const drawn = useMemo(
    () => read.data && { entries: read.data.entries, frozenUntil: undefined, changed, line: '' },
    [read.data, changed],
  );
  const { plan, error } = usePlan(drawn);
  const failed = read.error ?? error;
  if (!plan) return failed ? <ErrorState error={failed} /> : <LoadingState />;
  return <Gantt plan={plan} height="32rem" />;
}

function Difference({ version }: { version: ScheduleVersion }) {
  const say = useOfficeText();
  const [against, setAgainst] = useAddress('against');
  const [, setOperation] = useAddress('operation');
  const [, setView] = useAddress('view', 'plan');
  const others = useRead(scheduleRoutes.list, { query: { limit: 100, sort: '-version' } });
  const diff = useRead(
    scheduleRoutes.diff,
    {
      params: { version: version.version },
      query: against === '' ? {} : { against: Number(against) },
    },
    { keep: true },
  );
  const choices = (others.data?.items ?? [])
    .filter((each) => each.version !== version.version)
    .map((each) => ({
      value: String(each.version),
      label: say('schedule.version', { version: each.version }),
    }));
  const open = (operation: string) => {
    setOperation(operation);
    setView('plan');
  };
  return (
    <>
      <Bar>
        <ChoiceField
          label={say('schedule.against')}
          value={against}
          choices={[{ value: '', label: say('schedule.against-base') }, ...choices]}
          onValue={setAgainst}
          plain
        />
      </Bar>
      <WhenLoaded of={diff}>
        {(data: ReplyOf<typeof scheduleRoutes.diff>) => (
          <>
            <Section title={say('schedule.figures')}>
              <CompareFigures before={data.before} after={data.after} />
            </Section>
            <Section title={say('schedule.changes')} note={String(data.changes.length)}>
              <ChangesTable changes={data.changes} onOpen={open} />
            </Section>
          </>
        )}
      </WhenLoaded>
    </>
  );
}

/** One version: why, what it is worth against another, what it moved, its Gantt; publish or revert. */
export function VersionView({ version, onBack }: { version: number; onBack: () => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const words = useTriggerWords();
  const ui = useUiText();
  const names = useNames();
  const [drawn, setDrawn] = useState(false);
  const read = useRead(scheduleRoutes.get, { params: { version } });
  return (
    <WhenLoaded of={read}>
      {({ schedule, unplaced }) => (
        <>
          <Bar>
            <Button icon="back" onClick={onBack}>
              {say('schedule.all-versions')}
            </Button>
            <div className={css.version}>
              <strong>
                {say('schedule.version', { version })} · {say(`schedule.status.${schedule.status}`)}
              </strong>
              <span>
                {format.when(schedule.createdAt)} · {words(schedule.triggers)} ·{' '}
                {schedule.publishedBy === null ? '–' : byWords(schedule.publishedBy, ui, names)}
              </span>
            </div>
            <BarGap />
            <Button icon="gantt" pressed={drawn} onClick={() => setDrawn(!drawn)}>
              {say('schedule.draw')}
            </Button>
            <Decide version={schedule} />
          </Bar>
          <UnplacedNote unplaced={unplaced} />
          {drawn ? <VersionChart version={version} /> : null}
          <Difference version={schedule} />
        </>
      )}
    </WhenLoaded>
  );
}
