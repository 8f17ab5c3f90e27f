import { workOrderRoutes, WORK_ORDER_STATUSES, type ReplyOf } from '@takt/contracts';
import {
  Button,
  ChoiceField,
  exportRows,
  useFactoryNow,
  useFormat,
  usePages,
  useUiText,
  type Column,
} from '@takt/ui';
import { useMemo, useState } from 'react';
import { Bar, BarGap } from '../../components/bar';
import { Chips } from '../../components/chips';
import { FindBox } from '../../components/find-box';
import { PageHead } from '../../components/page-head';
import { PagedTable, rowsOf } from '../../components/paged-table';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useMay } from '../../lib/use-may';
import { useNames } from '../../lib/use-names';
import { MakeSheet } from './make-sheet';
import { WorkOrderSheet } from './work-order-sheet';

type Listed = ReplyOf<typeof workOrderRoutes.list>['items'][number];

const KINDS = ['make-to-order', 'make-to-stock', 'rework', 'import'] as const;
const isOpen = ({ status }: Listed) => status === 'released' || status === 'running';

function useColumns(): Column<Listed>[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const now = useFactoryNow(60_000);
  return useMemo(() => {
    const overdue = (listed: Listed) =>
      isOpen(listed) && Date.parse(listed.dueAt) < now
        ? `, ${format.lateness((now - Date.parse(listed.dueAt)) / 1000)}`
        : '';
    return [
      { key: 'id', header: say('work.order'), text: ({ id }) => id },
      { key: 'kind', header: say('figures.kind'), text: ({ kind }) => say(`work-kind.${kind}`) },
      { key: 'status', header: say('floor.state'), text: ({ status }) => say(`work-status.${status}`) },
      { key: 'item', header: say('orders.item'), text: ({ item }) => names.item(item) },
      {
        key: 'qty',
        header: say('orders.qty'),
        text: ({ qty, item }) => `${format.qty(qty)} ${names.unit(item)}`,
        align: 'end',
      },
      {
        key: 'for',
        header: say('work.for'),
        text: ({ order, orderLine, parent }) =>
          order === null ? (parent ?? say('work.for-stock')) : `${order}.${orderLine ?? ''}`,
      },
      { key: 'lot', header: say('orders.lot'), text: ({ lot }) => lot ?? '–' },
      {
        key: 'started',
        header: say('orders.start'),
        text: ({ startedAt }) => format.when(startedAt),
        align: 'end',
      },
      {
        key: 'due',
        header: say('schedule.due'),
        text: (listed) => `${format.when(listed.dueAt)}${overdue(listed)}`,
        align: 'end',
      },
    ];
  }, [say, format, names, now]);
}

/** Work orders: what is being made, for whom, until when; those that run first. */
export default function WorkPage() {
  const say = useOfficeText();
  const ui = useUiText();
  const columns = useColumns();
  const may = useMay(workOrderRoutes.create);
  const [status, setStatus] = useAddress('status', 'open');
  const [kind, setKind] = useAddress('kind');
  const [find, setFind] = useAddress('q');
  const [open, setOpen] = useAddress('work-order');
  const [making, setMaking] = useState(false);
  const filter = [
    ...(status === 'open' ? ['status:released|running'] : status === 'all' ? [] : [`status:${status}`]),
    ...(kind === '' ? [] : [`kind:${kind}`]),
  ].join(',');
  const pages = usePages(workOrderRoutes.list, {
    query: { limit: 200, sort: 'dueAt', filter, ...(find !== '' && { q: find }) },
  });
  return (
    <>
      <PageHead title={say('nav.work')}>
        <Button icon="download" onClick={() => exportRows('work-orders', columns, rowsOf(pages))}>
          {ui('table.export')}
        </Button>
        {may ? (
          <Button kind="main" icon="plus" onClick={() => setMaking(true)}>
            {say('work.make')}
          </Button>
        ) : null}
      </PageHead>
      <Bar>
        <Chips
          label={say('floor.state')}
          chips={(['open', ...WORK_ORDER_STATUSES, 'all'] as const).map((key) => ({
            key,
            label: say(`work-status.${key}`),
          }))}
          chosen={status}
          onChoose={setStatus}
        />
        <ChoiceField
          label={say('figures.kind')}
          value={kind}
          choices={[
            { value: '', label: say('work.all-kinds') },
            ...KINDS.map((value) => ({ value, label: say(`work-kind.${value}`) })),
          ]}
          onValue={setKind}
          plain
        />
        <BarGap />
        <FindBox label={say('work.find')} value={find} onValue={setFind} />
      </Bar>
      <PagedTable
        pages={pages}
        empty={{ title: say('work.none'), hint: say('work.none-hint') }}
        label={say('nav.work')}
        columns={columns}
        rowKey={({ id }) => id}
        urgencyOf={({ status: at }) => (at === 'running' ? 'next' : 'rest')}
        chosen={open}
        onOpen={({ id }) => setOpen(id)}
      />
      {open === '' ? null : <WorkOrderSheet key={open} id={open} onClose={() => setOpen('')} />}
      {making ? <MakeSheet onClose={() => setMaking(false)} onMade={setOpen} /> : null}
    </>
  );
}
