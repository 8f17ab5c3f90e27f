import { operationRoutes, type Operation, type OrderLine } from '@takt/contracts';
import { DataTable, useFormat, useRead, WhenLoaded, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useOperationColumns } from '../../components/operation-columns';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import css from './orders.module.css';

function useColumns(): Column<Operation>[] {
  const say = useOfficeText();
  const format = useFormat();
  const { status, station, progress } = useOperationColumns();
  return useMemo(
    (): Column<Operation>[] => [
      {
        key: 'operation',
        header: say('orders.operation'),
        text: (operation) => `${operation.id} ${format.name(operation)}`,
        cell: (operation) => (
          <>
            <span className={css.id}>{operation.id}</span> {format.name(operation)}
          </>
        ),
      },
      status,
      station,
      progress,
      {
        key: 'scrap',
        header: say('orders.scrap'),
        text: ({ qtyScrap }) => (Number(qtyScrap) === 0 ? '' : format.qty(qtyScrap)),
        align: 'end',
      },
      {
        key: 'start',
        header: say('orders.start'),
        text: ({ startedAt, plannedStartAt }) => format.when(startedAt ?? plannedStartAt),
        align: 'end',
      },
      {
        key: 'end',
        header: say('orders.end'),
        text: ({ endedAt, predictedEndAt, plannedEndAt }) =>
          format.when(endedAt ?? predictedEndAt ?? plannedEndAt),
        align: 'end',
      },
    ],
    [say, format, status, station, progress],
  );
}

/** The work that makes a line, operation by operation. */
export function LineWork({ line }: { line: OrderLine }) {
  const say = useOfficeText();
  const go = useNavigate();
  const columns = useColumns();
  const some = line.workOrders.length > 0;
  const operations = useRead(
    operationRoutes.list,
    { query: { limit: 500, sort: 'id', filter: `workOrder:${line.workOrders.slice(0, 20).join('|')}` } },
    { enabled: some },
  );
  return (
    <Section title={say('orders.work')} note={line.workOrders.join(', ')}>
      {some ? (
        <WhenLoaded of={operations}>
          {({ items }) => (
            <DataTable
              label={say('orders.work')}
              columns={columns}
              rows={items}
              rowKey={({ id }) => id}
              onOpen={({ id }) => void go(`/schedule?operation=${encodeURIComponent(id)}`)}
            />
          )}
        </WhenLoaded>
      ) : (
        <p className={css.soft}>{say('orders.no-work')}</p>
      )}
    </Section>
  );
}
