import {
  materialRoutes,
  workOrderRoutes,
  type Operation,
  type WorkOrder,
  type WorkOrderMaterial,
} from '@takt/contracts';
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

/** What the work order consumes, and what of it is missing. */
function Materials({ workOrder }: { workOrder: string }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const read = useRead(materialRoutes.get, { params: { workOrder } });
  const columns = useMemo(
    (): Column<WorkOrderMaterial>[] => [
      { key: 'item', header: say('set-up.component'), text: ({ component }) => names.item(component) },
      { key: 'at', header: say('set-up.at-operation'), text: ({ operationNo }) => String(operationNo) },
      {
        key: 'qty',
        header: say('work.needs'),
        text: ({ qty, component }) => `${format.qty(qty)} ${names.unit(component)}`,
        align: 'end',
      },
      {
        key: 'short',
        header: say('work.short'),
        text: ({ qtyShort, component }) =>
          Number(qtyShort) === 0 ? '–' : `${format.qty(qtyShort)} ${names.unit(component)}`,
        align: 'end',
      },
    ],
    [say, format, names],
  );
  return (
    <WhenLoaded of={read}>
      {({ materials }) =>
        materials.length === 0 ? (
          <p>{say('work.no-materials')}</p>
        ) : (
          <DataTable
            label={say('work.materials')}
            columns={columns}
            rows={materials}
            rowKey={({ component, operationNo }) => `${component} ${operationNo}`}
            urgencyOf={({ qtyShort }) => (Number(qtyShort) > 0 ? 'needs-you' : 'rest')}
          />
        )
      }
    </WhenLoaded>
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
      <Section title={say('work.materials')}>
        <Materials workOrder={workOrder.id} />
      </Section>
    </>
  );
}

/** One work order: its operations, what it consumes, whom it is for. */
export function WorkOrderSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const say = useOfficeText();
  const may = useMay(workOrderRoutes.cancel);
  const [cancelling, setCancelling] = useState(false);
  const read = useRead(workOrderRoutes.get, { params: { workOrder: id } });
  const open = read.data?.status === 'released' || read.data?.status === 'running';
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={id}
      actions={
        <>
          <LabelButtons kind="work-order" id={id} />
          {may && open ? (
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
