import { movementRoutes, type OrderLine } from '@takt/contracts';
import { FormRow, newCommandId, showToast, TextField, useWrite } from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { QtyField } from '../../components/qty-field';
import { ReasonField } from '../../components/reason-field';
import { useOfficeText } from '../../lib/texts';

/** Takes goods back that a customer returns: into quarantine, whatever they look like. */
export function GiveBack({ line, onClose }: { line: OrderLine; onClose: () => void }) {
  const say = useOfficeText();
  const giveBack = useWrite(movementRoutes.giveBack);
  const [commandId] = useState(newCommandId);
  const [qty, setQty] = useState('');
  const [lot, setLot] = useState('');
  const [reason, setReason] = useState('');
  const { order, line: no, item } = line;
  const send = () =>
    giveBack.mutate(
      {
        request: {
          body: { commandId, order, line: no, qty, reason, ...(lot.trim() && { lot: lot.trim() }) },
        },
      },
      {
        onSuccess: () => {
          showToast({ text: say('orders.is-given-back'), tone: 'green' });
          onClose();
        },
      },
    );
  return (
    <FormSheet
      title={say('orders.give-back-of', { id: `${order}.${no}` })}
      onClose={onClose}
      send={say('orders.give-back-now')}
      write={giveBack}
      ready={Number(qty) > 0 && reason.trim() !== ''}
      onSend={send}
      fields={['qty', 'lot', 'reason']}
    >
      <FormRow>
        <QtyField item={item} value={qty} onValue={setQty} required />
        <TextField
          label={say('orders.lot')}
          name="lot"
          value={lot}
          onValue={setLot}
          hint={say('orders.last-lot')}
        />
      </FormRow>
      <ReasonField value={reason} onValue={setReason} required />
      <p>{say('orders.give-back-hint')}</p>
    </FormSheet>
  );
}
