import { kpiRoutes, type KpiDefinition, type KpiDimension } from '@takt/contracts';
import { useFormat, useRead } from '@takt/ui';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';
import { dimensionsOf, foremostFirst, nameOf } from './break-down-order';
import { TileTrend, type Headline } from './tile';
import css from './tv.module.css';
import { requestOf, type Scope } from './use-scope';
import { useWritten } from './use-written';

/** What tells most in a few rows comes first. */
const FIRST: readonly KpiDimension[] = ['line', 'item-class', 'station', 'customer'];
/** So many can be read from across the hall. */
const ROWS = 6;

/** Where the figure comes about, the worst first, readable from afar. */
export function TvBreakDown({ definition, scope }: { definition: KpiDefinition; scope: Scope }) {
  const say = useOfficeText();
  const names = useNames();
  const written = useWritten();
  const possible = dimensionsOf(definition);
  const dimension = FIRST.find((each) => possible.includes(each)) ?? possible[0];
  const query = { ...requestOf(scope, definition.dimensions), by: dimension ?? '', compare: 'none' } as const;
  const read = useRead(
    kpiRoutes.value,
    { params: { kpi: definition.id }, query },
    { enabled: dimension !== undefined, everyMs: 60_000 },
  );
  const buckets = foremostFirst(read.data?.buckets ?? [], definition).filter(({ value }) => value !== null);
  if (dimension === undefined || buckets.length === 0) return null;
  const highest = Math.max(0, ...buckets.map(({ value }) => value ?? 0));
  const share = (value: number | null) => (highest <= 0 ? 0 : Math.max(0, ((value ?? 0) / highest) * 100));
  return (
    <section className={css.parts} aria-label={say('figures.where')}>
      <h2>{say(`dimension.${dimension}`)}</h2>
      <table>
        <tbody>
          {buckets.slice(0, ROWS).map(({ bucket, value }) => (
            <tr key={bucket[dimension] ?? ''}>
              <th scope="row">{nameOf(dimension, bucket[dimension] ?? '', names)}</th>
              <td className={css.amount}>{written.value(value, definition.unit)}</td>
              <td className={css.share}>
                <i style={{ width: `${share(value)}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How the figure has developed over the period, with its first and last day. */
export function TvTrend({ headline, scope }: { headline: Headline; scope: Scope }) {
  const format = useFormat();
  const { trend } = headline;
  const [first] = trend;
  const last = trend.at(-1);
  if (trend.length < 2 || !first || !last) return null;
  return (
    <div className={css.trend} data-period={scope.period}>
      <TileTrend headline={headline} />
      <p>
        <span>{format.day(first.from)}</span>
        <span>{format.day(last.from)}</span>
      </p>
    </div>
  );
}
