import { qualityRoutes } from '@takt/contracts';
import { showToast, useWrite } from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { ReasonField } from '../../components/reason-field';
import { useOfficeText } from '../../lib/texts';

/** Puts an operation on hold: it is not planned or started before somebody releases it. */
export function HoldSheet({ operation, onClose }: { operation: string; onClose: () => void }) {
  const say = useOfficeText();
  const hold = useWrite(qualityRoutes.holdOperation);
  const [reason, setReason] = useState('');
  const send = () =>
    hold.mutate(
      { request: { params: { operation }, body: { reason } } },
      {
        onSuccess: () => {
          showToast({ text: say('schedule.is-held'), tone: 'green' });
          onClose();
        },
      },
    );
  return (
    <FormSheet
      from="centre"
      title={say('schedule.hold-title', { operation })}
      onClose={onClose}
      send={say('schedule.hold')}
      write={hold}
      ready={reason.trim() !== ''}
      onSend={send}
      fields={['reason']}
    >
      <ReasonField value={reason} onValue={setReason} long required />
    </FormSheet>
  );
}
