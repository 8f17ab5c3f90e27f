import { scheduleRoutes, type ScheduleFigures } from '@takt/contracts';
import { Icon, useFormat, useRead } from '@takt/ui';
import { Link } from 'react-router';
import { useOfficeText } from '../lib/texts';
import css from './replan-effect.module.css';

/** What a change of one figure reads like: before → after. */
function Change({ label, before, after }: { label: string; before: string; after: string }) {
  return (
    <span>
      {label} <b>{before === after ? after : `${before} → ${after}`}</b>
    </span>
  );
}

/**
 * What the plan made of a change: waits for a version after the one that held before, and compares the two.
 * @param props.since version in force before the change; undefined: there was none
 */
export function ReplanEffect({ since }: { since: number | undefined }) {
  const say = useOfficeText();
  const format = useFormat();
  const current = useRead(scheduleRoutes.current, {}, { everyMs: 3_000 });
  const version = current.data?.schedule?.version;
  const fresh = version !== undefined && version > (since ?? 0);
  const diff = useRead(
    scheduleRoutes.diff,
    { params: { version: version ?? 0 }, query: since === undefined ? {} : { against: since } },
    { enabled: fresh },
  );
  if (!fresh || !diff.data)
    return (
      <p className={css.effect} role="status">
        <Icon name="loop" /> {say('effect.waiting')}
      </p>
    );
  const { before, after, changes } = diff.data;
  const write = (figures: ScheduleFigures | null, of: (figures: ScheduleFigures) => string) =>
    figures === null ? '–' : of(figures);
  const row = (label: string, of: (figures: ScheduleFigures) => string) => (
    <Change label={label} before={write(before, of)} after={of(after)} />
  );
  return (
    <p className={css.effect} role="status">
      <Icon name="check" />
      <Link to={`/schedule?view=versions&version=${version}`}>{say('effect.version', { version })}</Link>
      {row(say('effect.late-lines'), ({ lateLines }) => format.qty(lateLines))}
      {row(say('effect.lateness'), ({ lateSec }) => format.planned(lateSec))}
      {row(say('effect.end'), ({ endAt }) => format.when(endAt))}
      <span>{say('effect.moved', { count: changes.length })}</span>
    </p>
  );
}
