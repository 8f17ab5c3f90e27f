import { inventoryRoutes, MOVEMENT_KINDS, type Movement } from '@takt/contracts';
import {
  Button,
  ChoiceField,
  exportRows,
  SearchField,
  useFormat,
  usePages,
  useUiText,
  useWrite,
  type Column,
} from '@takt/ui';
import { useMemo, useState } from 'react';
import { Bar, BarGap } from '../../components/bar';
import { PagedTable, rowsOf } from '../../components/paged-table';
import { TakeBackSheet } from '../../components/take-back-sheet';
import { useRecordedBy } from '../../lib/recorded-by';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useItemChoices } from '../../lib/use-choices';
import { useMay } from '../../lib/use-may';
import { useNames } from '../../lib/use-names';

/** A quantity with its sign, also when it came in. */
const signed = (qty: string) => (/^[1-9]/.test(qty) ? `+${qty}` : qty);

function useColumns(): Column<Movement>[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const by = useRecordedBy();
  return useMemo(
    () => [
      { key: 'at', header: say('figures.when'), text: ({ occurredAt }) => format.when(occurredAt) },
      { key: 'kind', header: say('orders.movement'), text: ({ kind }) => say(`movement.${kind}`) },
      { key: 'item', header: say('orders.item'), text: ({ item }) => names.item(item) },
      { key: 'lot', header: say('orders.lot'), text: ({ lot }) => lot ?? '–' },
      { key: 'place', header: say('stock.place'), text: ({ place }) => say(`place.${place}`) },
      {
        key: 'qty',
        header: say('orders.qty'),
        text: ({ qty, unit }) => `${signed(format.qty(qty))} ${format.unit(unit)}`,
        align: 'end',
      },
      { key: 'value', header: say('stock.value'), text: ({ value }) => format.money(value), align: 'end' },
      {
        key: 'for',
        header: say('work.for'),
        text: ({ order, orderLine, operation, workOrder }) =>
          order === null ? (operation ?? workOrder ?? '–') : `${order}.${orderLine ?? ''}`,
      },
      { key: 'by', header: say('orders.by'), text: by },
      { key: 'note', header: say('orders.note'), text: ({ note }) => note },
    ],
    [say, format, names, by],
  );
}

/** Takes a movement back by its counter-entry. */
function ReverseSheet({ movement, onClose }: { movement: Movement; onClose: () => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const reverse = useWrite(inventoryRoutes.reverse);
  const { id, kind, item, qty, unit, occurredAt } = movement;
  return (
    <TakeBackSheet
      title={say('stock.reverse')}
      send={say('stock.reverse-now')}
      done={say('stock.is-reversed')}
      write={reverse}
      onSend={(body, options) => reverse.mutate({ request: { params: { movement: id }, body } }, options)}
      onClose={onClose}
      facts={[
        [say('orders.movement'), `${say(`movement.${kind}`)}, ${format.when(occurredAt)}`],
        [say('orders.item'), names.item(item)],
        [say('orders.qty'), `${signed(format.qty(qty))} ${format.unit(unit)}`],
      ]}
    />
  );
}

/** The stock ledger, the newest first. */
export function MovementsView() {
  const say = useOfficeText();
  const ui = useUiText();
  const columns = useColumns();
  const items = useItemChoices();
  const may = useMay(inventoryRoutes.reverse);
  const [item, setItem] = useAddress('item');
  const [kind, setKind] = useAddress('kind');
  const [open, setOpen] = useState<Movement>();
  const filter = [...(item === '' ? [] : [`item:${item}`]), ...(kind === '' ? [] : [`kind:${kind}`])].join();
  const pages = usePages(inventoryRoutes.movements, {
    query: { limit: 200, sort: '-occurredAt', filter },
  });
  return (
    <>
      <Bar>
        <SearchField label={say('orders.item')} choices={items} value={item} onValue={setItem} />
        <ChoiceField
          label={say('orders.movement')}
          value={kind}
          choices={[
            { value: '', label: say('stock.all-kinds') },
            ...MOVEMENT_KINDS.map((value) => ({ value, label: say(`movement.${value}`) })),
          ]}
          onValue={setKind}
          plain
        />
        <BarGap />
        <Button icon="download" onClick={() => exportRows('movements', columns, rowsOf(pages))}>
          {ui('table.export')}
        </Button>
      </Bar>
      <PagedTable
        pages={pages}
        empty={{ title: say('stock.no-movements'), hint: say('stock.no-movements-hint') }}
        label={say('stock.view.movements')}
        columns={columns}
        rowKey={({ id }) => id}
        {...(may && { onOpen: setOpen })}
      />
      {open ? <ReverseSheet key={open.id} movement={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
