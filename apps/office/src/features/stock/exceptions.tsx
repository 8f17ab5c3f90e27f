import { movementRoutes, type StockException } from '@takt/contracts';
import { DataTable, useFormat, useRead, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';

/** Stock below zero, until a receipt or a count explains it. Nothing where there is none. */
export function Exceptions() {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const exceptions = useRead(movementRoutes.exceptions).data ?? [];
  const columns = useMemo(
    (): Column<StockException>[] => [
      { key: 'item', header: say('orders.item'), text: ({ item }) => names.item(item) },
      { key: 'place', header: say('stock.place'), text: ({ place }) => say(`place.${place}`) },
      { key: 'lot', header: say('orders.lot'), text: ({ lot }) => lot ?? '–' },
      {
        key: 'qty',
        header: say('stock.below'),
        text: ({ qty, unit }) => `${format.qty(qty)} ${format.unit(unit)}`,
        align: 'end',
      },
      { key: 'value', header: say('stock.value'), text: ({ value }) => format.money(value), align: 'end' },
      {
        key: 'at',
        header: say('stock.since'),
        text: ({ recordedAt }) => format.when(recordedAt),
        align: 'end',
      },
    ],
    [say, format, names],
  );
  if (exceptions.length === 0) return null;
  return (
    <Section title={say('stock.exceptions')} note={say('stock.exceptions-hint')}>
      <DataTable
        label={say('stock.exceptions')}
        columns={columns}
        rows={exceptions}
        rowKey={({ item, place, lot }) => `${item} ${place} ${lot ?? ''}`}
      />
    </Section>
  );
}
