import { movementRoutes, type Movement, type OrderLine } from '@takt/contracts';
import { ChoiceField, FormRow, newCommandId, showToast, useFormat, useWrite } from '@takt/ui';
import { useMemo, useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { QtyField } from '../../components/qty-field';
import { ReasonField } from '../../components/reason-field';
import { useOfficeText } from '../../lib/texts';
import { lotsOut } from './lots-out';

interface GiveBackProps {
  readonly line: OrderLine;
  /** what has left for the order, and what came back */
  readonly shipped: readonly Movement[];
  readonly onClose: () => void;
}

/** The lots that the customer has, as choices with how much of each. */
function useLotChoices({ line }: OrderLine, shipped: readonly Movement[]) {
  const say = useOfficeText();
  const format = useFormat();
  return useMemo(() => {
    const there = lotsOut(line, shipped);
    return [
      { value: '', label: say('orders.last-lot') },
      ...there.map(({ lot, qty }) => ({ value: lot, label: `${lot} · ${format.qty(qty)}` })),
    ];
  }, [line, shipped, say, format]);
}

/** Takes goods back that a customer returns: into quarantine, whatever they look like. */
export function GiveBack({ line, shipped, onClose }: GiveBackProps) {
  const say = useOfficeText();
  const lots = useLotChoices(line, shipped);
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
          body: { commandId, order, line: no, qty, reason, ...(lot !== '' && { lot }) },
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
        <ChoiceField label={say('orders.lot')} name="lot" value={lot} choices={lots} onValue={setLot} plain />
      </FormRow>
      <ReasonField value={reason} onValue={setReason} required />
      <p>{say('orders.give-back-hint')}</p>
    </FormSheet>
  );
}
