import { inventoryRoutes, movementRoutes, type Movement, type OrderLine } from '@takt/contracts';
import { Button, DataTable, useFormat, useRead, WhenLoaded, type Column } from '@takt/ui';
import { useMemo, useState } from 'react';
import { Section } from '../../components/section';
import { useRecordedBy } from '../../lib/recorded-by';
import { useOfficeText } from '../../lib/texts';
import { useMay } from '../../lib/use-may';
import { useNames } from '../../lib/use-names';
import { GiveBack } from './give-back';
import css from './orders.module.css';

/** What has left for a line and what came back, lot by lot. */
export function Shipments({ line }: { line: OrderLine }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const by = useRecordedBy();
  const may = useMay(movementRoutes.giveBack);
  const [returning, setReturning] = useState(false);
  const movements = useRead(inventoryRoutes.movements, {
    query: { limit: 500, filter: `order:${line.order},kind:shipment|return` },
  });
  const columns = useMemo(
    (): Column<Movement>[] => [
      { key: 'at', header: say('orders.when'), text: ({ occurredAt }) => format.when(occurredAt) },
      { key: 'kind', header: say('orders.movement'), text: ({ kind }) => say(`movement.${kind}`) },
      { key: 'lot', header: say('orders.lot'), text: ({ lot }) => lot ?? '–' },
      {
        key: 'qty',
        header: say('orders.qty'),
        text: ({ qty, item }) => `${format.qty(-Number(qty))} ${names.unit(item)}`,
        align: 'end',
      },
      { key: 'by', header: say('orders.by'), text: by },
    ],
    [say, format, names, by],
  );
  return (
    <Section
      title={say('orders.shipments')}
      actions={
        may && Number(line.qtyShipped) > 0 ? (
          <Button onClick={() => setReturning(true)}>{say('orders.give-back')}</Button>
        ) : null
      }
    >
      <WhenLoaded of={movements}>
        {({ items }) => {
          const own = items.filter(({ orderLine }) => orderLine === line.line);
          return own.length === 0 ? (
            <p className={css.soft}>{say('orders.no-shipments')}</p>
          ) : (
            <DataTable label={say('orders.shipments')} columns={columns} rows={own} rowKey={({ id }) => id} />
          );
        }}
      </WhenLoaded>
      {returning ? (
        <GiveBack line={line} shipped={movements.data?.items ?? []} onClose={() => setReturning(false)} />
      ) : null}
    </Section>
  );
}
