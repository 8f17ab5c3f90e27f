import {
  kpiRoutes,
  type KpiDefinition,
  type KpiDimension,
  type KpiValue,
  type OtdBasis,
} from '@takt/contracts';
import { DataTable, EmptyState, useFormat, useRead, WhenLoaded, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { Chips } from '../../components/chips';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useNames } from '../../lib/use-names';
import { dimensionsOf, foremostFirst, nameOf, stockBehind } from './break-down-order';
import css from './figures.module.css';
import { noValueKey } from './tile';
import { NARROWED, requestOf, type Narrowing, type Scope } from './use-scope';
import { useWritten } from './use-written';

interface BreakDownProps {
  readonly definition: KpiDefinition;
  readonly scope: Scope;
  readonly basis: OtdBasis | undefined;
}

function useColumns(definition: KpiDefinition, dimension: KpiDimension, highest: number): Column<KpiValue>[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const written = useWritten();
  return useMemo(() => {
    const write = (value: KpiValue) =>
      value.value === null ? say(noValueKey(value)) : written.whole(value.value, definition.unit, value.note);
    const stock: Column<KpiValue> = {
      key: 'stock',
      header: say('figures.average-stock'),
      text: (value) => {
        const amount = stockBehind(value, definition) ?? null;
        return definition.id.endsWith('-units') ? format.qty(amount) : format.money(amount);
      },
      align: 'end',
      width: '10rem',
    };
    return [
      {
        key: 'key',
        header: say(`dimension.${dimension}`),
        text: ({ bucket }) => nameOf(dimension, bucket[dimension] ?? '', names),
        width: '24%',
      },
      {
        key: 'value',
        header: say('figures.value'),
        text: write,
        cell: (value) => <span className={value.value === null ? css.note : undefined}>{write(value)}</span>,
        align: 'end',
        width: '10rem',
      },
      ...(definition.unit === 'turns' ? [stock] : []),
      {
        key: 'bar',
        header: '',
        text: () => '',
        cell: ({ value }) =>
          value === null || highest <= 0 ? null : (
            <span className={css.bar} style={{ width: `${Math.max(0, (value / highest) * 100)}%` }} />
          ),
      },
    ];
  }, [say, format, names, written, definition, dimension, highest]);
}

/** Where a figure comes about: by line, station, item … what matters most first. A row narrows the whole page to it. */
export function BreakDown({ definition, scope, basis }: BreakDownProps) {
  const say = useOfficeText();
  const [, setQuery] = useSearchParams();
  const possible = dimensionsOf(definition);
  const [chosen, setChosen] = useAddress('by');
  const dimension = possible.find((each) => each === chosen) ?? possible[0];
  const read = useRead(
    kpiRoutes.value,
    {
      params: { kpi: definition.id },
      query: {
        ...requestOf(scope, definition.dimensions),
        basis,
        by: dimension ?? '',
        compare: 'none',
      },
    },
    { keep: true, enabled: dimension !== undefined },
  );
  const buckets = foremostFirst(read.data?.buckets ?? [], definition);
  const highest = Math.max(0, ...buckets.map(({ value }) => value ?? 0));
  const columns = useColumns(definition, dimension ?? 'plant', highest);
  const narrowing = (Object.keys(NARROWED) as Narrowing[]).find((key) => NARROWED[key] === dimension);
  if (!dimension) return null;
  const narrow = ({ bucket }: KpiValue) => {
    const key = bucket[dimension];
    if (!narrowing || !key) return;
    setQuery((before) => {
      const next = new URLSearchParams(before);
      next.set(narrowing, key);
      return next;
    });
  };
  return (
    <Section
      title={say('figures.where')}
      actions={
        <Chips
          label={say('figures.where')}
          chips={possible.map((key) => ({ key, label: say(`dimension.${key}`) }))}
          chosen={dimension}
          onChoose={setChosen}
        />
      }
    >
      <WhenLoaded of={read}>
        {() =>
          buckets.length === 0 ? (
            <EmptyState title={say('figures.no-data')} />
          ) : (
            <DataTable
              label={say('figures.where')}
              columns={columns}
              rows={buckets}
              rowKey={({ bucket }) => bucket[dimension] ?? ''}
              height="26rem"
              {...(narrowing && { onOpen: narrow })}
            />
          )
        }
      </WhenLoaded>
    </Section>
  );
}
