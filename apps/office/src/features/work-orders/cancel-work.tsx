import { workOrderRoutes, type WorkOrder } from '@takt/contracts';
import { showToast, useWrite } from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { ReasonField } from '../../components/reason-field';
import { useOfficeText } from '../../lib/texts';

/** Cancels what of a work order has not begun. */
export function CancelWork({ workOrder, onClose }: { workOrder: WorkOrder; onClose: () => void }) {
  const say = useOfficeText();
  const cancel = useWrite(workOrderRoutes.cancel);
  const [reason, setReason] = useState('');
  const { id, revision } = workOrder;
  const send = () =>
    cancel.mutate(
      { request: { params: { workOrder: id }, body: { reason } }, options: { ifMatch: revision } },
      {
        onSuccess: () => {
          showToast({ text: say('work.is-cancelled', { id }), tone: 'green' });
          onClose();
        },
      },
    );
  return (
    <FormSheet
      from="centre"
      title={say('work.cancel-title', { id })}
      onClose={onClose}
      send={say('work.cancel')}
      kind="danger"
      write={cancel}
      onSend={send}
      fields={['reason']}
    >
      <ReasonField value={reason} onValue={setReason} />
      <p>{say('work.cancel-hint')}</p>
    </FormSheet>
  );
}
