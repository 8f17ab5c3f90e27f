import { workOrderRoutes, type WorkOrder } from '@takt/contracts';
import { showToast, TextField, useWrite } from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
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
      <TextField label={say('orders.reason')} name="reason" value={reason} onValue={setReason} />
      <p>{say('work.cancel-hint')}</p>
    </FormSheet>
  );
}
