import { orderRoutes } from '@takt/contracts';
import {
  Button,
  ChoiceField,
  exportRows,
  riskSigns,
  StateBadge,
  useFormat,
  usePages,
  useSession,
  useUiText,
  type Column,
} from '@takt/ui';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { Bar, BarGap } from '../../components/bar';
import { Chips } from '../../components/chips';
import { FindBox } from '../../components/find-box';
import { PageHead } from '../../components/page-head';
import { PagedTable, rowsOf } from '../../components/paged-table';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useCustomerChoices } from '../../lib/use-choices';
import { useNames } from '../../lib/use-names';
import { Finish, Promised } from './dates';
import { filterOf, promiseOf, SCOPES, urgencies, type ListedLine, type Scope } from './order-line';
import css from './orders.module.css';

function useColumns(): Column<ListedLine>[] {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const names = useNames();
  return useMemo(
    () => [
      {
        key: 'order',
        header: say('orders.order'),
        text: ({ order, line }) => `${order}.${line}`,
        cell: ({ order, line }) => <span className={css.id}>{`${order}.${line}`}</span>,
      },
      {
        key: 'risk',
        header: say('orders.risk'),
        text: ({ risk, status }) => `${ui(riskSigns[risk].word)}, ${say(`orders.status.${status}`)}`,
        cell: ({ risk, status }) => (
          <StateBadge
            sign={riskSigns[risk]}
            size="quiet"
            {...(risk === 'done' && { word: say(`orders.status.${status}`) })}
          />
        ),
      },
      { key: 'customer', header: say('orders.customer'), text: ({ customer }) => names.customer(customer) },
      { key: 'item', header: say('orders.item'), text: ({ item }) => names.item(item) },
      {
        key: 'qty',
        header: say('orders.qty'),
        text: ({ qty, item }) => `${format.qty(qty)} ${names.unit(item)}`,
        align: 'end',
      },
      {
        key: 'ready',
        header: say('orders.ready'),
        text: ({ qtyReady, qtyShipped }) => format.qty(Number(qtyReady) + Number(qtyShipped)),
        align: 'end',
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
        text: (line) => format.when(promiseOf(line)),
        cell: (line) => <Promised line={line} />,
        align: 'end',
      },
      {
        key: 'forecast',
        header: say('orders.forecast'),
        text: ({ forecastAt, shippedAt }) => format.when(shippedAt ?? forecastAt),
        cell: (line) => (
          <span className={css.finish}>
            <Finish line={line} />
          </span>
        ),
        align: 'end',
      },
    ],
    [say, ui, format, names],
  );
}

function Filters() {
  const say = useOfficeText();
  const [scope, setScope] = useAddress('show', 'open');
  const [customer, setCustomer] = useAddress('customer');
  const [find, setFind] = useAddress('q');
  const customers = useCustomerChoices();
  const all = { value: '', label: say('orders.all-customers') };
  return (
    <Bar>
      <Chips
        label={say('orders.show')}
        chips={SCOPES.map((key) => ({ key, label: say(`orders.show.${key}`) }))}
        chosen={scope as Scope}
        onChoose={setScope}
      />
      <ChoiceField
        label={say('orders.customer')}
        value={customer}
        choices={[all, ...customers]}
        onValue={setCustomer}
        plain
      />
      <BarGap />
      <FindBox label={say('orders.find')} value={find} onValue={setFind} />
    </Bar>
  );
}

/** Order lines: what is late first. */
export function OrderList() {
  const say = useOfficeText();
  const ui = useUiText();
  const go = useNavigate();
  const role = useSession()?.role;
  const columns = useColumns();
  const [scope] = useAddress('show', 'open');
  const [customer] = useAddress('customer');
  const [q] = useAddress('q');
  const known = SCOPES.find((each) => each === scope) ?? 'open';
  const pages = usePages(orderRoutes.list, {
    query: { limit: 200, sort: 'urgency', filter: filterOf(known, customer), ...(q !== '' && { q }) },
  });
  const narrowed = known !== 'open' || customer !== '' || q !== '';
  return (
    <>
      <PageHead title={say('nav.orders')}>
        <Button icon="download" onClick={() => exportRows('orders', columns, rowsOf(pages))}>
          {ui('table.export')}
        </Button>
        {role === 'planner' || role === 'admin' ? (
          <Button kind="main" icon="plus" onClick={() => void go('/orders/new')}>
            {say('orders.new')}
          </Button>
        ) : null}
      </PageHead>
      <Filters />
      <PagedTable
        pages={pages}
        empty={
          narrowed
            ? { title: say('orders.none-here'), hint: say('orders.none-here-hint') }
            : { title: say('orders.none'), hint: say('orders.none-hint') }
        }
        label={say('nav.orders')}
        columns={columns}
        rowKey={({ order, line }) => `${order}.${line}`}
        urgencyOf={({ risk }) => urgencies[risk]}
        onOpen={({ order, line }) => void go(`/orders/${encodeURIComponent(order)}?line=${line}`)}
      />
    </>
  );
}
