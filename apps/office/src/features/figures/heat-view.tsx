import { kpiRoutes, type KpiDefinition } from '@takt/contracts';
import { ChoiceField, EmptyState, useFormat, useRead, WhenLoaded } from '@takt/ui';
import { useMemo, type CSSProperties } from 'react';
import { Bar } from '../../components/bar';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useNames } from '../../lib/use-names';
import css from './figures.module.css';
import { heatOf, type Heat } from './heat';
import { stepOf } from './period';
import { requestOf, type Scope } from './use-scope';
import { useWritten } from './use-written';

const FIRST = 'availability';
/** per cent of the accent in the weakest cell: its number must still be readable */
const STRONGEST = 52;

function HeatTable({ heat, definition, step }: { heat: Heat; definition: KpiDefinition; step: string }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const written = useWritten();
  const label = (at: string) => (step === 'hour' ? format.time(at) : format.day(at));
  return (
    <div className={css.heatFrame}>
      <table className={css.heat} aria-label={format.name(definition)}>
        <thead>
          <tr>
            <th scope="col">{say('dimension.station')}</th>
            {heat.times.map((at) => (
              <th scope="col" key={at}>
                {label(at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {heat.rows.map(({ station, cells }) => (
            <tr key={station}>
              <th scope="row">{names.station(station)}</th>
              {cells.map((cell, at) => {
                const text = cell.value === null ? '' : written.value(cell.value, definition.unit);
                const title = `${names.station(station)} ${label(heat.times[at] ?? '')}: ${text || say('figures.no-data')}`;
                return (
                  <td
                    key={heat.times[at]}
                    title={title}
                    data-empty={cell.value === null}
                    style={{ '--heat': `${Math.round(cell.strength * STRONGEST)}%` } as CSSProperties}
                  >
                    {heat.times.length <= 31 ? text : ''}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A figure by station and hour or day: where and when it is weak. */
export function HeatView({ scope }: { scope: Scope }) {
  const say = useOfficeText();
  const format = useFormat();
  const [kpi, setKpi] = useAddress('heat', FIRST);
  const definitions = useRead(kpiRoutes.definitions);
  const usable = (definitions.data ?? []).filter(({ dimensions }) => dimensions.includes('station'));
  const definition = usable.find(({ id }) => id === kpi) ?? usable[0];
  const step = definition && stepOf(scope.window, definition.dimensions);
  const read = useRead(
    kpiRoutes.value,
    {
      params: { kpi: definition?.id ?? FIRST },
      query: {
        ...requestOf(scope, definition?.dimensions),
        by: `station,${step ?? 'day'}`,
        compare: 'none',
      },
    },
    { keep: true, enabled: definition !== undefined && step !== undefined },
  );
  const heat = useMemo(
    () => heatOf(read.data?.buckets ?? [], definition?.better ?? 'higher'),
    [read.data, definition],
  );
  return (
    <>
      <Bar>
        <ChoiceField
          label={say('figures.figure')}
          value={definition?.id ?? FIRST}
          choices={usable.map((each) => ({ value: each.id, label: format.name(each) }))}
          onValue={setKpi}
          plain
        />
        <span className={css.note}>{say('figures.heat-hint')}</span>
      </Bar>
      <WhenLoaded of={read}>
        {() =>
          heat.rows.length === 0 || !definition || !step ? (
            <EmptyState title={say('figures.no-data')} hint={say('figures.none-hint')} />
          ) : (
            <HeatTable heat={heat} definition={definition} step={step} />
          )
        }
      </WhenLoaded>
    </>
  );
}
