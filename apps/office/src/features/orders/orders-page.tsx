import { orderRoutes, type ReplyOf } from '@takt/contracts';
import {
  Button,
  DataTable,
  EmptyState,
  exportRows,
  riskSigns,
  StateBadge,
  useFormat,
  usePages,
  useUiText,
  WhenLoaded,
  type Column,
  type Urgency,
} from '@takt/ui';
import { useMemo } from 'react';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';

type Line = ReplyOf<typeof orderRoutes.list>['items'][number];

const urgencies: Readonly<Record<Line['risk'], Urgency>> = {
  late: 'needs-you',
  unplanned: 'needs-you',
  'at-risk': 'next',
  'on-time': 'rest',
  done: 'rest',
};

function useColumns(): Column<Line>[] {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  return useMemo(
    () => [
      { key: 'order', header: say('orders.order'), text: ({ order, line }) => `${order}.${line}` },
      { key: 'customer', header: say('orders.customer'), text: ({ customer }) => customer },
      { key: 'item', header: say('orders.item'), text: ({ item }) => item },
      { key: 'qty', header: say('orders.qty'), text: ({ qty }) => format.qty(qty), align: 'end' },
      {
        key: 'risk',
        header: say('orders.risk'),
        text: ({ risk }) => ui(riskSigns[risk].word),
        cell: ({ risk }) => <StateBadge sign={riskSigns[risk]} size="quiet" />,
      },
      {
        key: 'requested',
        header: say('orders.requested'),
        text: ({ requestedAt }) => format.when(requestedAt),
        align: 'end',
      },
      {
        key: 'committed',
        header: say('orders.committed'),
        text: (line) => format.when(line.latestCommittedAt ?? line.committedAt),
        align: 'end',
      },
      {
        key: 'forecast',
        header: say('orders.forecast'),
        text: ({ forecastAt, shippedAt }) => format.when(shippedAt ?? forecastAt),
        align: 'end',
      },
    ],
    [say, ui, format],
  );
}

/** Order lines, those at risk first. */
export default function OrdersPage() {
  const say = useOfficeText();
  const ui = useUiText();
  const columns = useColumns();
  const pages = usePages(orderRoutes.list, { query: { limit: 200, sort: 'urgency' } });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={say('nav.orders')}>
        <Button icon="download" onClick={() => exportRows('orders', columns, rows)}>
          {ui('table.export')}
        </Button>
      </PageHead>
      <WhenLoaded of={pages}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={say('orders.none')} hint={say('orders.none-hint')} />
          ) : (
            <DataTable
              label={say('nav.orders')}
              columns={columns}
              rows={rows}
              rowKey={({ order, line }) => `${order}.${line}`}
              urgencyOf={({ risk }) => urgencies[risk]}
            />
          )
        }
      </WhenLoaded>
      {pages.hasNextPage ? (
        <Button icon="down" onClick={() => void pages.fetchNextPage()}>
          {ui('table.more')}
        </Button>
      ) : null}
    </>
  );
}
