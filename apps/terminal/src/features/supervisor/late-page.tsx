import { scheduleRoutes } from '@takt/contracts';
import { EmptyState, useFactoryNow, useFormat, useRead, useUiText, WhenLoaded, type UiKey } from '@takt/ui';
import { customerOf, itemOf, useNames, useSkillName } from '../../lib/names';
import { useFloorText, type FloorKey } from '../../lib/texts';
import { lateOperations, type LateOperation } from './late-operations';
import css from './late-page.module.css';
import { LineFrame } from './line-frame';
import { useLineOperations } from './use-line';

/** What the plan says binds an operation: the last link of its explanation that binds anything, in words. */
function Binding({ operation }: { operation: string }) {
  const say = useFloorText();
  const format = useFormat();
  const names = useNames();
  const skillName = useSkillName();
  const { data } = useRead(scheduleRoutes.explain, { params: { operation } });
  const links = data?.chain ?? [];
  const binding = links.findLast(({ kind }) => kind !== 'free') ?? links.at(-1);
  // What comes later takes the room that is kept for it: nothing moves under a finger.
  if (!binding) return <p className={css.why}>&nbsp;</p>;
  const kinds = ['station', 'worker', 'item'] as const;
  const named = binding.kind === 'skill' ? skillName(binding.subject) : binding.subject;
  const subject = kinds.reduce((name, kind) => (name === binding.subject ? names[kind](name) : name), named);
  return (
    <p className={css.why}>
      {say('late.why')} <strong>{say(`late.kind.${binding.kind}` as FloorKey, { subject })}</strong>
      {binding.untilAt === null ? '' : ` ${say('late.until', { time: format.when(binding.untilAt) })}`}
    </p>
  );
}

function Line({ late: { operation, endMs, lateSec } }: { late: LateOperation }) {
  const say = useFloorText();
  const ui = useUiText();
  const format = useFormat();
  const names = useNames();
  const customer = customerOf(operation);
  return (
    <li className={css.line}>
      <span className={css.late} data-tone="red">
        {say('finish.late', { time: format.planned(lateSec) })}
      </span>
      <div className={css.what}>
        <p className={css.title}>
          <strong>{operation.workOrder}</strong> {format.name(itemOf(operation))}
          {customer ? ` · ${format.name(customer)}` : ''}
        </p>
        <p className={css.soft}>
          {format.name(operation)}
          {operation.station === null ? '' : ` · ${names.station(operation.station)}`} ·{' '}
          {ui(`status.${operation.status}` as UiKey)} ·{' '}
          {say('finish.due', { time: format.when(operation.dueAt) })}
          {endMs === undefined ? '' : ` → ${format.when(endMs)}`}
        </p>
        <Binding operation={operation.id} />
      </div>
    </li>
  );
}

const SHOWN = 20;

/** What will be late on this line, by how much, and what binds it; the latest first. */
export function LatePage() {
  const say = useFloorText();
  const now = useFactoryNow(60_000);
  const operations = useLineOperations();
  return (
    <LineFrame>
      <WhenLoaded of={operations}>
        {({ items }) => {
          const late = lateOperations(items, now);
          if (late.length === 0) return <EmptyState title={say('late.none')} hint={say('late.none-hint')} />;
          return (
            <>
              <ul>
                {late.slice(0, SHOWN).map((each) => (
                  <Line key={each.operation.id} late={each} />
                ))}
              </ul>
              {late.length > SHOWN ? <p>{say('late.more', { count: late.length - SHOWN })}</p> : null}
            </>
          );
        }}
      </WhenLoaded>
    </LineFrame>
  );
}
