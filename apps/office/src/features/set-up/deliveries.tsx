import { channelRoutes, type WebhookDelivery } from '@takt/contracts';
import { Button, showError, showToast, usePages, useUiText, useWrite, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { Bar } from '../../components/bar';
import { Chips } from '../../components/chips';
import { PagedTable } from '../../components/paged-table';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useAttemptColumns } from './use-attempt-columns';

/** Tries a delivery again now. */
function Redeliver({ delivery }: { delivery: WebhookDelivery }) {
  const say = useOfficeText();
  const ui = useUiText();
  const redeliver = useWrite(channelRoutes.redeliver);
  if (delivery.status === 'delivered') return null;
  const run = () =>
    redeliver.mutate(
      { request: { params: { delivery: delivery.id } } },
      {
        onSuccess: () => showToast({ text: say('shop.tried-again'), tone: 'green' }),
        onError: (error) => showError(error, ui('page.no-reply')),
      },
    );
  return (
    <Button kind="bare" icon="loop" onClick={run} disabled={redeliver.isPending}>
      {ui('page.retry')}
    </Button>
  );
}

const SHOWN = ['all', 'failed', 'pending', 'delivered'] as const;

/** What shops were told of their orders, and whether they took it. Instants are real time. */
export function Deliveries() {
  const say = useOfficeText();
  const { at, status, attempts, last, next } = useAttemptColumns();
  const [show, setShow] = useAddress('told', 'all');
  const pages = usePages(channelRoutes.deliveries, {
    query: { limit: 50, sort: '-createdAt', ...(show !== 'all' && { filter: `status:${show}` }) },
  });
  const columns = useMemo(
    (): Column<WebhookDelivery>[] => [
      at,
      { key: 'shop', header: say('shop.shop'), text: ({ channel }) => channel },
      { key: 'event', header: say('figures.what'), text: ({ event }) => say(`shop.event.${event}`) },
      { key: 'order', header: say('orders.order'), text: ({ order, line }) => `${order}.${line}` },
      status,
      attempts,
      last,
      next,
      {
        key: 'again',
        header: '',
        text: () => '',
        cell: (delivery) => <Redeliver delivery={delivery} />,
        align: 'end',
      },
    ],
    [say, at, status, attempts, last, next],
  );
  return (
    <>
      <Bar>
        <Chips
          label={say('shop.show')}
          chips={SHOWN.map((key) => ({ key, label: say(`shop.status.${key}`) }))}
          chosen={show}
          onChoose={setShow}
        />
      </Bar>
      <PagedTable
        pages={pages}
        empty={{ title: say('shop.none-told'), hint: say('shop.none-told-hint') }}
        label={say('shop.told')}
        columns={columns}
        rowKey={({ id }) => id}
        urgencyOf={({ status }) => (status === 'failed' ? 'needs-you' : 'rest')}
      />
    </>
  );
}
