import { inventoryRoutes, type Supply } from '@takt/contracts';
import { Button, useFactoryNow, useFormat, usePages, type Column } from '@takt/ui';
import { useMemo, useState } from 'react';
import { Bar, BarGap } from '../../components/bar';
import { OpenOrAll } from '../../components/open-or-all';
import { PagedTable } from '../../components/paged-table';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useMay } from '../../lib/use-may';
import { useNames } from '../../lib/use-names';
import { ReceiveSheet } from './receive-sheet';
import { SupplySheet } from './supply-sheet';

interface Doing {
  readonly what: 'add' | 'move' | 'receive';
  readonly supply?: Supply;
}

function useColumns(onReceive: (supply: Supply) => void): Column<Supply>[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const may = useMay(inventoryRoutes.receive);
  const now = useFactoryNow(60_000);
  return useMemo(() => {
    const late = ({ expectedAt, receivedAt }: Supply) =>
      receivedAt === null && Date.parse(expectedAt) < now
        ? `, ${format.lateness((now - Date.parse(expectedAt)) / 1000)}`
        : '';
    return [
      { key: 'item', header: say('orders.item'), text: ({ item }) => names.item(item) },
      {
        key: 'qty',
        header: say('orders.qty'),
        text: ({ qty, item }) => `${format.qty(qty)} ${names.unit(item)}`,
        align: 'end',
      },
      {
        key: 'expected',
        header: say('stock.expected'),
        text: (supply) => `${format.when(supply.expectedAt)}${late(supply)}`,
        align: 'end',
      },
      {
        key: 'received',
        header: say('stock.received'),
        text: ({ receivedAt }) => format.when(receivedAt),
        align: 'end',
      },
      { key: 'note', header: say('orders.note'), text: ({ note }) => note },
      {
        key: 'receive',
        header: '',
        text: () => '',
        cell: (supply) =>
          may && supply.receivedAt === null ? (
            <Button
              kind="bare"
              icon="check"
              onClick={(event) => {
                event.stopPropagation();
                onReceive(supply);
              }}
            >
              {say('stock.receive-now')}
            </Button>
          ) : null,
        align: 'end',
      },
    ];
  }, [say, format, names, may, now, onReceive]);
}

/** Expected receipts of bought material; what is overdue first. */
export function SuppliesView() {
  const say = useOfficeText();
  const may = useMay(inventoryRoutes.expect);
  const now = useFactoryNow(60_000);
  const [show, setShow] = useAddress('supplies', 'open');
  const [doing, setDoing] = useState<Doing>();
  const receive = useMemo(() => (supply: Supply) => setDoing({ what: 'receive', supply }), []);
  const columns = useColumns(receive);
  const pages = usePages(inventoryRoutes.supplies, {
    query: { limit: 200, sort: 'expectedAt', ...(show === 'open' && { filter: 'open:yes' }) },
  });
  const close = () => setDoing(undefined);
  const isLate = ({ expectedAt, receivedAt }: Supply) => receivedAt === null && Date.parse(expectedAt) < now;
  return (
    <>
      <Bar>
        <OpenOrAll
          label={say('stock.show-supplies')}
          open={say('stock.supplies.open')}
          all={say('stock.supplies.all')}
          chosen={show}
          onChoose={setShow}
        />
        <BarGap />
        {may ? (
          <Button kind="main" icon="plus" onClick={() => setDoing({ what: 'add' })}>
            {say('stock.expect')}
          </Button>
        ) : null}
      </Bar>
      <PagedTable
        pages={pages}
        empty={{ title: say('stock.no-supplies'), hint: say('stock.no-supplies-hint') }}
        label={say('stock.view.supplies')}
        columns={columns}
        rowKey={({ id }) => id}
        urgencyOf={(supply) => (isLate(supply) ? 'needs-you' : 'rest')}
        {...(may && { onOpen: (supply: Supply) => setDoing({ what: 'move', supply }) })}
      />
      {doing?.what === 'receive' && doing.supply ? (
        <ReceiveSheet supply={doing.supply} onClose={close} />
      ) : null}
      {doing && doing.what !== 'receive' ? (
        <SupplySheet {...(doing.supply && { supply: doing.supply })} onClose={close} />
      ) : null}
    </>
  );
}
