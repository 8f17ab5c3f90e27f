import { inventoryRoutes, labelRoutes, type Lot } from '@takt/contracts';
import {
  Button,
  exportRows,
  SearchField,
  useFactoryNow,
  useFormat,
  usePages,
  useUiText,
  type Column,
} from '@takt/ui';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { Bar, BarGap } from '../../components/bar';
import { LabelButton } from '../../components/label-buttons';
import { FindBox } from '../../components/find-box';
import { PagedTable, rowsOf } from '../../components/paged-table';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useItemChoices } from '../../lib/use-choices';
import { useMay } from '../../lib/use-may';
import { useNames } from '../../lib/use-names';

const SOON_MS = 3 * 86_400_000;

function useColumns(): Column<Lot>[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const may = useMay(labelRoutes.pdf);
  return useMemo(
    () => [
      { key: 'id', header: say('orders.lot'), text: ({ id }) => id },
      { key: 'item', header: say('orders.item'), text: ({ item }) => names.item(item) },
      { key: 'place', header: say('stock.place'), text: ({ place }) => say(`place.${place}`) },
      {
        key: 'onHand',
        header: say('stock.onHand'),
        text: ({ onHand, item }) => `${format.qty(onHand)} ${names.unit(item)}`,
        align: 'end',
      },
      {
        key: 'reserved',
        header: say('stock.reserved'),
        text: ({ reserved }) => format.qty(reserved),
        align: 'end',
      },
      { key: 'made', header: say('stock.made'), text: ({ madeAt }) => format.when(madeAt), align: 'end' },
      {
        key: 'expires',
        header: say('stock.expires'),
        text: ({ expiresAt }) => format.when(expiresAt),
        align: 'end',
      },
      {
        key: 'from',
        header: say('stock.from'),
        text: ({ workOrder, supplierLot }) => workOrder ?? supplierLot ?? '–',
      },
      {
        key: 'label',
        header: '',
        text: () => '',
        cell: ({ id }) => (may ? <LabelButton kind="lot" id={id} /> : null),
        align: 'end',
      },
    ],
    [say, format, names, may],
  );
}

/** Lots, first to expire first; those that expire within three days need somebody. A row leads to its trace. */
export function LotsView() {
  const say = useOfficeText();
  const ui = useUiText();
  const columns = useColumns();
  const go = useNavigate();
  const items = useItemChoices();
  const soon = useFactoryNow(3_600_000) + SOON_MS;
  const [item, setItem] = useAddress('item');
  const [find, setFind] = useAddress('q');
  const pages = usePages(inventoryRoutes.lots, {
    query: {
      limit: 200,
      sort: 'expiresAt',
      ...(item !== '' && { filter: `item:${item}` }),
      ...(find !== '' && { q: find }),
    },
  });
  const expires = ({ expiresAt, onHand }: Lot) =>
    expiresAt !== null && Number(onHand) > 0 && Date.parse(expiresAt) < soon;
  return (
    <>
      <Bar>
        <SearchField label={say('orders.item')} choices={items} value={item} onValue={setItem} />
        <BarGap />
        <FindBox label={ui('search')} value={find} onValue={setFind} />
        <Button icon="download" onClick={() => exportRows('lots', columns, rowsOf(pages))}>
          {ui('table.export')}
        </Button>
      </Bar>
      <PagedTable
        pages={pages}
        empty={{ title: say('stock.none'), hint: say('stock.none-hint') }}
        label={say('stock.view.lots')}
        columns={columns}
        rowKey={({ id, place }) => `${id} ${place}`}
        urgencyOf={(lot) => (expires(lot) ? 'needs-you' : 'rest')}
        onOpen={({ id }) => void go(`/trace/lot/${encodeURIComponent(id)}`)}
      />
    </>
  );
}
