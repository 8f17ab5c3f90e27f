import { materialRoutes, type WorkOrderMaterials } from '@takt/contracts';
import { showToast, useWrite } from '@takt/ui';
import { useState } from 'react';
import { areComplete, BomLines, bomLinesOf, draftsOf, type DraftLine } from '../../components/bom-lines';
import { FormSheet } from '../../components/form-sheet';
import { ReasonField } from '../../components/reason-field';
import { useOfficeText } from '../../lib/texts';

interface ChangeProps {
  readonly materials: WorkOrderMaterials;
  readonly onClose: () => void;
}

/** Decides for one work order what it consumes from now on, whatever its bill of materials says. */
export function ChangeMaterials({ materials, onClose }: ChangeProps) {
  const say = useOfficeText();
  const put = useWrite(materialRoutes.put);
  // as they were when the sheet was opened: what changes meanwhile is refused by its revision, not lost
  const [{ workOrder, revision }] = useState(materials);
  const [lines, setLines] = useState<readonly DraftLine[]>(() => draftsOf(materials.materials));
  const [reason, setReason] = useState('');
  const send = () =>
    put.mutate(
      {
        request: { params: { workOrder }, body: { lines: bomLinesOf(lines), reason } },
        options: { ifMatch: revision },
      },
      {
        onSuccess: () => {
          showToast({ text: say('work.materials-changed', { id: workOrder }), tone: 'green' });
          onClose();
        },
      },
    );
  return (
    <FormSheet
      wide
      title={say('work.change-materials-of', { id: workOrder })}
      onClose={onClose}
      write={put}
      ready={areComplete(lines) && reason.trim() !== ''}
      onSend={send}
      fields={['reason']}
    >
      <p>{say('work.change-materials-hint')}</p>
      <BomLines lines={lines} onLines={setLines} />
      <ReasonField value={reason} onValue={setReason} required />
    </FormSheet>
  );
}
