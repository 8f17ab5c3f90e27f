import { channelRoutes, type Channel } from '@takt/contracts';
import { Button, useRead, type Column } from '@takt/ui';
import { useMemo, useState } from 'react';
import { Bar } from '../../components/bar';
import { LoadedTable } from '../../components/loaded-table';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';
import { Deliveries } from './deliveries';
import { NewShopSheet, ShopSheet } from './shop-sheet';

/** Shops that send orders, and what they were told of them. */
export function ShopsView() {
  const say = useOfficeText();
  const names = useNames();
  const shops = useRead(channelRoutes.list);
  const [open, setOpen] = useState<string>();
  const columns = useMemo(
    (): Column<Channel>[] => [
      { key: 'id', header: say('set-up.id'), text: ({ id }) => id },
      { key: 'name', header: say('set-up.name'), text: ({ name }) => name },
      {
        key: 'customer',
        header: say('orders.customer'),
        text: ({ customer }) => (customer === null ? '–' : names.customer(customer)),
      },
      { key: 'webhook', header: say('shop.webhook'), text: ({ webhook }) => webhook ?? '–' },
      {
        key: 'active',
        header: say('set-up.active'),
        text: ({ active }) => say(active ? 'set-up.yes' : 'set-up.no'),
      },
    ],
    [say, names],
  );
  const shop = shops.data?.find(({ id }) => id === open);
  return (
    <>
      <Bar>
        <Button kind="main" icon="plus" onClick={() => setOpen('')}>
          {say('shop.add')}
        </Button>
      </Bar>
      <LoadedTable
        of={shops}
        empty={{ title: say('shop.none'), hint: say('shop.none-hint') }}
        label={say('set-up.of.shops')}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpen(id)}
      />
      <Section title={say('shop.told')}>
        <Deliveries />
      </Section>
      {open === '' ? <NewShopSheet onClose={() => setOpen(undefined)} /> : null}
      {shop ? <ShopSheet key={shop.id} shop={shop} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
