import { kpiRoutes, type KpiValue } from '@takt/contracts';
import { littleCheck } from '@takt/kpi';
import { Icon, useFormat, useRead } from '@takt/ui';
import { useOfficeText } from '../../lib/texts';
import css from './figures.module.css';
import { requestOf, type Scope } from './use-scope';

const SEC_PER_HOUR = 3600;

/** Says whether work in progress is what throughput and lead time make of it; where not, something is recorded wrongly. */
export function LittleNote({ value, scope }: { value: KpiValue; scope: Scope }) {
  const say = useOfficeText();
  const format = useFormat();
  const params = { kpi: 'manufacturing-lead-time' };
  const lead = useRead(
    kpiRoutes.value,
    { params, query: { ...requestOf(scope, ['line', 'item', 'item-class']), compare: 'none' } },
    { keep: true },
  );
  const total = lead.data?.total;
  if (!total || value.value === null || total.denominator === 0) return null;
  // Work in progress is averaged from the first start on, not over a time in which nothing had begun: that is its denominator, in s.
  const windowSec = value.denominator;
  const meanSec = (total.numerator / total.denominator) * SEC_PER_HOUR;
  const { expected, alarm } = littleCheck(value.value, total.denominator, meanSec, windowSec);
  const facts = { measured: format.number(value.value, 1), expected: format.number(expected, 1) };
  return alarm ? (
    <span className={css.thin}>
      <Icon name="warning" /> {say('figures.little-alarm', facts)}
    </span>
  ) : (
    <span className={css.note}>{say('figures.little-fits', facts)}</span>
  );
}
