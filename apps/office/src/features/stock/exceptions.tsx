import { movementRoutes, type StockException } from '@takt/contracts';
import { DataTable, useFormat, useRead, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';

/** When stock was below zero: what still is first, then for a month what has been mended or told late. Nothing where there is none. */
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
        key: 'lowest',
        header: say('stock.below'),
        text: ({ lowest, unit }) => `${format.qty(lowest)} ${format.unit(unit)}`,
        align: 'end',
      },
      { key: 'from', header: say('stock.since'), text: ({ from }) => format.when(from), align: 'end' },
      {
        key: 'until',
        header: say('stock.mended'),
        text: ({ until }) => (until === null ? say('stock.not-mended') : format.when(until)),
        align: 'end',
      },
      {
        key: 'qty',
        header: say('stock.now'),
        text: ({ qty, unit }) => `${format.qty(qty)} ${format.unit(unit)}`,
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
        rowKey={({ item, place, lot, from }) => `${item} ${place} ${lot ?? ''} ${from}`}
      />
    </Section>
  );
}
