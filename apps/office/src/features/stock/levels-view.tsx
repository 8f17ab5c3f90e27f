import { inventoryRoutes, movementRoutes, type StockLevel } from '@takt/contracts';
import { Button, exportRows, Figure, useFormat, useRead, useUiText, type Column } from '@takt/ui';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { Bar, BarGap } from '../../components/bar';
import { Chips } from '../../components/chips';
import { FindBox } from '../../components/find-box';
import { LoadedTable } from '../../components/loaded-table';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useMay } from '../../lib/use-may';
import { useNames } from '../../lib/use-names';
import { Exceptions } from './exceptions';
import { MoveSheet } from './move-sheet';
import { ReceiveSheet } from './receive-sheet';

const PLACES = ['all', 'raw', 'wip', 'finished', 'quarantine'] as const;

function useColumns(): Column<StockLevel>[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  return useMemo(() => {
    const qty = (key: 'onHand' | 'reserved' | 'available'): Column<StockLevel> => ({
      key,
      header: say(`stock.${key}`),
      text: (level) => `${format.qty(level[key])} ${format.unit(level.unit)}`,
      align: 'end',
    });
    return [
      { key: 'item', header: say('orders.item'), text: ({ item }) => names.item(item) },
      { key: 'id', header: say('set-up.id'), text: ({ item }) => item },
      { key: 'place', header: say('stock.place'), text: ({ place }) => say(`place.${place}`) },
      qty('onHand'),
      qty('reserved'),
      qty('available'),
      { key: 'value', header: say('stock.value'), text: ({ value }) => format.money(value), align: 'end' },
      {
        key: 'expiry',
        header: say('stock.next-expiry'),
        text: ({ nextExpiryAt }) => format.when(nextExpiryAt),
        align: 'end',
      },
    ];
  }, [say, format, names]);
}

/** What opening a row does: stock is moved by hand, work in progress by the work orders that it belongs to. */
function useOpened(move: (level: StockLevel) => void): (level: StockLevel) => void {
  const go = useNavigate();
  return (level) => {
    if (level.place === 'wip') void go(`/work?q=${encodeURIComponent(level.item)}`);
    else move(level);
  };
}

/** Stock and value by item and place; what is below zero first. */
export function LevelsView() {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const columns = useColumns();
  const mayReceive = useMay(inventoryRoutes.receive);
  const mayMove = useMay(movementRoutes.transfer);
  const [place, setPlace] = useAddress('place', 'all');
  const [find, setFind] = useAddress('q');
  const [receiving, setReceiving] = useState(false);
  const [moving, setMoving] = useState<StockLevel>();
  const open = useOpened(setMoving);
  const stock = useRead(inventoryRoutes.stock);
  const needle = find.toLowerCase();
  const rows = stock.data?.levels.filter(
    (level) =>
      (place === 'all' || level.place === place) &&
      (needle === '' || columns.some(({ text }) => text(level).toLowerCase().includes(needle))),
  );
  return (
    <>
      <Bar>
        <Chips
          label={say('stock.place')}
          chips={PLACES.map((key) => ({ key, label: say(`place.${key}`) }))}
          chosen={place}
          onChoose={setPlace}
        />
        <BarGap />
        <FindBox label={ui('search')} value={find} onValue={setFind} />
        <Button icon="download" onClick={() => exportRows('stock', columns, rows ?? [])}>
          {ui('table.export')}
        </Button>
        {mayReceive ? (
          <Button kind="main" icon="plus" onClick={() => setReceiving(true)}>
            {say('stock.receive')}
          </Button>
        ) : null}
      </Bar>
      {stock.data ? (
        <Bar>
          <Figure label={say('stock.in-all')} value={format.money(stock.data.value)} size={3} />
        </Bar>
      ) : null}
      <Exceptions />
      <LoadedTable
        of={{ ...stock, data: rows }}
        empty={{ title: say('stock.none'), hint: say('stock.none-hint') }}
        label={say('stock.view.levels')}
        columns={columns}
        rowKey={({ item, place: at }) => `${item} ${at}`}
        urgencyOf={({ negative }) => (negative ? 'needs-you' : 'rest')}
        {...(mayMove && { onOpen: open })}
      />
      {receiving ? <ReceiveSheet onClose={() => setReceiving(false)} /> : null}
      {moving ? <MoveSheet level={moving} onClose={() => setMoving(undefined)} /> : null}
    </>
  );
}
