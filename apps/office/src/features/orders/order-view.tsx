import { orderRoutes, type Order, type OrderLine } from '@takt/contracts';
import {
  Button,
  DataTable,
  riskSigns,
  StateBadge,
  useFormat,
  useRead,
  useUiText,
  WhenLoaded,
  type Column,
} from '@takt/ui';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { LabelButtons } from '../../components/label-buttons';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useNames } from '../../lib/use-names';
import { Finish, Promised } from './dates';
import { LineView } from './line-view';
import { promiseOf, urgencies } from './order-line';
import css from './orders.module.css';

function useColumns(): Column<OrderLine>[] {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const names = useNames();
  return useMemo(
    () => [
      { key: 'line', header: say('orders.line-no'), text: ({ line }) => String(line), width: '4rem' },
      { key: 'item', header: say('orders.item'), text: ({ item }) => names.item(item) },
      {
        key: 'qty',
        header: say('orders.qty'),
        text: ({ qty, item }) => `${format.qty(qty)} ${names.unit(item)}`,
        align: 'end',
      },
      {
        key: 'risk',
        header: say('orders.risk'),
        text: ({ risk }) => ui(riskSigns[risk].word),
        cell: ({ risk, status }) => (
          <StateBadge sign={riskSigns[risk]} size="quiet" word={say(`orders.status.${status}`)} />
        ),
      },
      {
        key: 'committed',
        header: say('orders.committed'),
        text: (line) => format.when(promiseOf(line)),
        cell: (line) => <Promised line={line} />,
        align: 'end',
      },
      {
        key: 'forecast',
        header: say('orders.forecast'),
        text: ({ forecastAt, shippedAt }) => format.when(shippedAt ?? forecastAt),
        cell: (line) => <Finish line={line} />,
        align: 'end',
      },
    ],
    [say, ui, format, names],
  );
}

function About({ order }: { order: Order }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const channel =
    order.channel === 'office' || order.channel === 'api'
      ? say(`orders.channel.${order.channel}`)
      : order.channel;
  return (
    <p className={css.about}>
      <span>
        {say('orders.customer')} <b>{names.customer(order.customer)}</b>
      </span>
      <span>
        {say('orders.channel')} <b>{channel}</b>
      </span>
      <span>
        {say('orders.received')} <b>{format.when(order.receivedAt)}</b>
      </span>
    </p>
  );
}

function Lines({ order }: { order: Order }) {
  const say = useOfficeText();
  const columns = useColumns();
  const first = order.lines.find(({ risk }) => urgencies[risk] === 'needs-you') ?? order.lines[0];
  const [chosen, setChosen] = useAddress('line', String(first?.line ?? ''));
  const line = order.lines.find((each) => String(each.line) === chosen) ?? first;
  return (
    <div className={css.order}>
      <About order={order} />
      {order.lines.length > 1 ? (
        <DataTable
          label={say('orders.lines')}
          columns={columns}
          rows={order.lines}
          rowKey={({ line: no }) => String(no)}
          chosen={line ? String(line.line) : undefined}
          onOpen={({ line: no }) => setChosen(String(no))}
        />
      ) : null}
      {line ? <LineView key={line.line} order={order} line={line} /> : null}
    </div>
  );
}

/** One order: its lines, and of the chosen one its dates, its work, its shipments. */
export function OrderView() {
  const say = useOfficeText();
  const go = useNavigate();
  const { order: id = '' } = useParams();
  const order = useRead(orderRoutes.get, { params: { order: id } });
  return (
    <>
      <PageHead title={say('orders.title', { order: id })}>
        <LabelButtons kind="order" id={id} />
        <Button icon="back" onClick={() => void go('/orders')}>
          {say('orders.back')}
        </Button>
      </PageHead>
      <WhenLoaded of={order}>{(data) => <Lines order={data} />}</WhenLoaded>
    </>
  );
}
