import type { OrderLine } from '@takt/contracts';
import {
  Button,
  ConnectionIndicator,
  DataTable,
  exportRows,
  riskSigns,
  StateBadge,
  stationSigns,
  useFormat,
  useUiText,
  type Column,
  type Sorting,
} from '@takt/ui';
import { useMemo, useState } from 'react';
import type { Part } from './part';
import { sampleLines } from './samples';

function useColumns(): Column<OrderLine>[] {
  const say = useUiText();
  const format = useFormat();
  return useMemo(
    (): Column<OrderLine>[] => [
      {
        key: 'order',
        header: say('gantt.operation'),
        text: ({ order, line }) => `${order}.${line}`,
        sortable: true,
      },
      { key: 'item', header: say('gantt.item'), text: ({ item }) => item },
      {
        key: 'risk',
        header: say('gantt.state'),
        text: ({ risk }) => say(riskSigns[risk].word),
        cell: ({ risk }) => <StateBadge sign={riskSigns[risk]} size="quiet" />,
      },
      { key: 'qty', header: 'qty', text: ({ qty }) => format.qty(qty), align: 'end' },
      {
        key: 'committed',
        header: say('gantt.due'),
        text: ({ committedAt }) => format.when(committedAt),
        align: 'end',
        sortable: true,
      },
      {
        key: 'forecast',
        header: say('gantt.end'),
        text: ({ forecastAt }) => format.when(forecastAt),
        align: 'end',
      },
    ],
    [say, format],
  );
}

function Orders({ count, height }: { count: number; height?: string }) {
  const say = useUiText();
  const [chosen, setChosen] = useState('SO-2042.2');
  const [sorting, setSorting] = useState<Sorting>({ key: 'committed', descending: false });
  const rows = useMemo(() => sampleLines(count), [count]);
  const columns = useColumns();
  return (
    <div className="stack">
      <DataTable
        label={say('table.rest')}
        columns={columns}
        rows={rows}
        rowKey={({ order, line }) => `${order}.${line}`}
        urgencyOf={({ risk }) => (risk === 'late' ? 'needs-you' : risk === 'at-risk' ? 'next' : 'rest')}
        chosen={chosen}
        onOpen={({ order, line }) => setChosen(`${order}.${line}`)}
        sorting={sorting}
        onSort={setSorting}
        {...(height !== undefined && { height })}
      />
      <div className="flow">
        <Button icon="download" onClick={() => exportRows('orders', columns, rows)}>
          {say('table.export')}
        </Button>
        <span>{say('table.rows', { count })}</span>
      </div>
    </div>
  );
}

/** Lists and the states in them. */
export const listParts: readonly Part[] = [
  {
    id: 'states',
    show: () => (
      <div className="stack">
        <div className="flow">
          {Object.values(stationSigns).map((sign) => (
            <StateBadge key={sign.word} sign={sign} since="2026-03-11T08:30:10Z" />
          ))}
        </div>
        <div className="flow">
          {Object.values(riskSigns).map((sign) => (
            <StateBadge key={sign.word} sign={sign} size="quiet" />
          ))}
        </div>
        <div className="flow">
          <ConnectionIndicator state="live" />
          <ConnectionIndicator state="delayed" sinceMs={Date.parse('2026-03-11T09:12:00Z')} />
          <ConnectionIndicator state="offline" sinceMs={Date.parse('2026-03-11T08:42:00Z')} />
        </div>
      </div>
    ),
  },
  { id: 'table', show: () => <Orders count={14} /> },
  { id: 'table-long', show: () => <Orders count={2000} height="320px" /> },
];
