import { materialRoutes, movementRoutes, type WorkOrder, type WorkOrderMaterial } from '@takt/contracts';
import { Button, DataTable, useFormat, useRead, WhenLoaded, type Column } from '@takt/ui';
import { useMemo, useState } from 'react';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useMay } from '../../lib/use-may';
import { useNames } from '../../lib/use-names';
import { ChangeMaterials } from './change-materials';
import { isUnderWay } from './under-way';
import { UseMaterial } from './use-material';

function useColumns(): Column<WorkOrderMaterial>[] {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  return useMemo(
    () => [
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
}

/** What the work order consumes, and what of it is missing; both may be decided otherwise for this one. */
export function MaterialsSection({ workOrder }: { workOrder: WorkOrder }) {
  const say = useOfficeText();
  const columns = useColumns();
  const mayChange = useMay(materialRoutes.put);
  const mayUse = useMay(movementRoutes.issue);
  const [sheet, setSheet] = useState<'change' | 'use'>();
  const read = useRead(materialRoutes.get, { params: { workOrder: workOrder.id } });
  const close = () => setSheet(undefined);
  const open = isUnderWay(workOrder);
  return (
    <Section
      title={say('work.materials')}
      actions={
        <>
          {open && mayUse ? <Button onClick={() => setSheet('use')}>{say('work.use')}</Button> : null}
          {open && mayChange && read.data ? (
            <Button onClick={() => setSheet('change')}>{say('work.change-materials')}</Button>
          ) : null}
        </>
      }
    >
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
      {sheet === 'change' && read.data ? <ChangeMaterials materials={read.data} onClose={close} /> : null}
      {sheet === 'use' ? <UseMaterial workOrder={workOrder} onClose={close} /> : null}
    </Section>
  );
}
