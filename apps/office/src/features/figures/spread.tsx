import { kpiRoutes, type KpiDefinition } from '@takt/contracts';
import { Chart, useFormat, useRead, WhenLoaded } from '@takt/ui';
import { useOfficeText } from '../../lib/texts';
import css from './figures.module.css';
import { requestOf, type Scope } from './use-scope';

const SEC_PER_HOUR = 3600;

/** How lead times are spread: most of them, and the long ones that customers remember. */
export function Spread({
  definition,
  scope,
  inputs,
}: {
  definition: KpiDefinition;
  scope: Scope;
  inputs: Readonly<Record<string, number>>;
}) {
  const say = useOfficeText();
  const format = useFormat();
  const query = requestOf(scope, definition.dimensions);
  const read = useRead(kpiRoutes.distribution, { params: { kpi: definition.id }, query }, { keep: true });
  const length = (name: string) => format.duration((inputs[name] ?? 0) * SEC_PER_HOUR);
  return (
    <WhenLoaded of={read}>
      {(bins) => (
        <>
          <Chart
            title={say('figures.spread-question', { name: format.name(definition) })}
            labelName={say('figures.spread-length')}
            decimals={0}
            height={200}
            data={{
              kind: 'bar',
              unit: '',
              labels: bins.map(({ fromSec, toSec }) =>
                toSec === null ? `≥ ${format.duration(fromSec)}` : `< ${format.duration(toSec)}`,
              ),
              series: [{ name: say('figures.spread-count'), values: bins.map(({ count }) => count) }],
            }}
          />
          {bins.length > 0 ? (
            <p className={css.note}>
              {say('figures.percentiles', { p50: length('p50'), p85: length('p85'), p95: length('p95') })}
            </p>
          ) : null}
        </>
      )}
    </WhenLoaded>
  );
}
