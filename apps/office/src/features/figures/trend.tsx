import { kpiRoutes, type KpiDefinition, type KpiValue, type OtdBasis } from '@takt/contracts';
import { Chart, useFormat, useRead, WhenLoaded, type ChartData } from '@takt/ui';
import { NOT_ANNUALISED } from '@takt/kpi';
import { useMemo } from 'react';
import { useOfficeText } from '../../lib/texts';
import css from './figures.module.css';
import { stepOf, windowBefore } from './period';
import { overTime } from './standing';
import { requestOf, type Scope } from './use-scope';
import { useWritten } from './use-written';

interface TrendProps {
  readonly definition: KpiDefinition;
  readonly scope: Scope;
  readonly basis: OtdBasis | undefined;
  readonly target: number | undefined;
}

/** Turns of a day are small. */
const TURN_DECIMALS = 3;

const byTime = (buckets: readonly KpiValue[]) =>
  [...buckets].sort((a, b) => Date.parse(a.from) - Date.parse(b.from));

/** The figure over time, the period before in grey, the target as a line; where there is no data the line is broken. */
export function Trend({ definition, scope, basis, target }: TrendProps) {
  const say = useOfficeText();
  const format = useFormat();
  const written = useWritten();
  const step = stepOf(scope.window, definition.dimensions);
  const query = {
    ...requestOf(scope, definition.dimensions),
    basis,
    by: step ?? 'day',
    compare: 'none',
  } as const;
  const params = { kpi: definition.id };
  const options = { keep: true, enabled: step !== undefined };
  const now = useRead(kpiRoutes.value, { params, query }, options);
  const before = useRead(
    kpiRoutes.value,
    { params, query: { ...query, ...windowBefore(scope.window) } },
    options,
  );
  const data = useMemo((): ChartData => {
    const buckets = byTime(now.data?.buckets ?? []);
    const previous = byTime(before.data?.buckets ?? []);
    const name = format.name(definition);
    const { annual, values } = overTime(buckets);
    const grey = overTime(buckets.map((_, at) => previous[at]));
    return {
      kind: 'line',
      unit: written.unit(definition.unit, annual ? null : NOT_ANNUALISED, step),
      labels: buckets.map(({ from }) => (step === 'hour' ? format.time(from) : format.day(from))),
      series: [
        { name, values },
        ...(previous.length > 0 && grey.annual === annual
          ? [{ role: 'previous' as const, values: grey.values }]
          : []),
      ],
      target: annual ? target : undefined,
    };
  }, [now.data, before.data, definition, step, format, written, target]);
  if (!step) return <p className={css.note}>{say('figures.no-trend')}</p>;
  return (
    <WhenLoaded of={now}>
      {() => (
        <Chart
          title={say('figures.trend-question', { name: format.name(definition) })}
          data={data}
          labelName={say(`dimension.${step}`)}
          height={220}
          decimals={definition.unit === 'turns' ? TURN_DECIMALS : 1}
        />
      )}
    </WhenLoaded>
  );
}
