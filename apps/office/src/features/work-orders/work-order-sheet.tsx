import { workOrderRoutes, type Operation, type WorkOrder } from '@takt/contracts';
import { Button, DataTable, Sheet, useFormat, useRead, WhenLoaded, type Column } from '@takt/ui';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Facts } from '../../components/facts';
import { LabelButtons } from '../../components/label-buttons';
import { useOperationColumns } from '../../components/operation-columns';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useMay } from '../../lib/use-may';
import { useNames } from '../../lib/use-names';
import { CancelWork } from './cancel-work';
import { MaterialsSection } from './materials-section';
import { ReportsSection } from './reports-section';
import { isUnderWay } from './under-way';

function useColumns(): Column<Operation>[] {
  const say = useOfficeText();
  const format = useFormat();
  const { status, station, progress } = useOperationColumns();
  return useMemo(
    (): Column<Operation>[] => [
      { key: 'no', header: say('set-up.no-of'), text: ({ no }) => String(no) },
      { key: 'name', header: say('orders.operation'), text: (operation) => format.name(operation) },
      status,
      station,
      progress,
      {
        key: 'scrap',
        header: say('orders.scrap'),
        text: ({ qtyScrap }) => format.qty(qtyScrap),
        align: 'end',
      },
      {
        key: 'when',
        header: say('schedule.planned'),
        text: ({ startedAt, plannedStartAt, endedAt, predictedEndAt, plannedEndAt }) =>
          format.span(startedAt ?? plannedStartAt, endedAt ?? predictedEndAt ?? plannedEndAt),
        align: 'end',
      },
    ],
    [say, format, status, station, progress],
  );
}

function Content({ workOrder }: { workOrder: WorkOrder }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const go = useNavigate();
  const columns = useColumns();
  const { item, qty, kind, status, order, orderLine, parent, lot, releaseAt, dueAt, operations } = workOrder;
  return (
    <>
      <Facts
        facts={[
          [say('orders.item'), names.item(item)],
          [say('orders.qty'), `${format.qty(qty)} ${names.unit(item)}`],
          [say('floor.state'), `${say(`work-status.${status}`)}, ${say(`work-kind.${kind}`)}`],
          [say('work.released'), format.when(releaseAt)],
          [say('schedule.due'), format.when(dueAt)],
          [say('orders.lot'), lot ?? '–'],
          [
            say('work.for'),
            order === null ? (
              (parent ?? say('work.for-stock'))
            ) : (
              <Link key="order" to={`/orders/${encodeURIComponent(order)}?line=${orderLine ?? 1}`}>
                {`${order}.${orderLine ?? ''}`}
              </Link>
            ),
          ],
        ]}
      />
      <Section title={say('work.operations')}>
        <DataTable
          label={say('work.operations')}
          columns={columns}
          rows={operations}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void go(`/schedule?operation=${encodeURIComponent(id)}`)}
        />
      </Section>
      <MaterialsSection workOrder={workOrder} />
      <ReportsSection workOrder={workOrder} />
    </>
  );
}

/** One work order: its operations, what it consumes, what was reported, whom it is for. */
export function WorkOrderSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const say = useOfficeText();
  const may = useMay(workOrderRoutes.cancel);
  const [cancelling, setCancelling] = useState(false);
  const read = useRead(workOrderRoutes.get, { params: { workOrder: id } });
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={id}
      actions={
        <>
          <LabelButtons kind="work-order" id={id} />
          {may && read.data && isUnderWay(read.data) ? (
            <Button kind="danger" onClick={() => setCancelling(true)}>
              {say('work.cancel')}
            </Button>
          ) : null}
        </>
      }
    >
      <WhenLoaded of={read}>{(workOrder) => <Content workOrder={workOrder} />}</WhenLoaded>
      {cancelling && read.data ? (
        <CancelWork workOrder={read.data} onClose={() => setCancelling(false)} />
      ) : null}
    </Sheet>
  );
}
