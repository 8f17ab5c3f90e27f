import { orderRoutes, type Order, type OrderLine } from '@takt/contracts';
import { showToast, useWrite } from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { ReasonField } from '../../components/reason-field';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';
import css from './orders.module.css';

/** Cancels a line, with the reason. Work that has begun goes on to stock. */
export function CancelLine({ order, line, onClose }: { order: Order; line: OrderLine; onClose: () => void }) {
  const say = useOfficeText();
  const names = useNames();
  const cancel = useWrite(orderRoutes.cancelLine);
  const [reason, setReason] = useState('');
  const submit = () =>
    cancel.mutate(
      {
        request: { params: { order: line.order, line: line.line }, body: { reason } },
        options: { ifMatch: order.revision },
      },
      {
        onSuccess: () => {
          showToast({ text: say('orders.cancelled'), tone: 'green' });
          onClose();
        },
      },
    );
  return (
    <FormSheet
      from="centre"
      onClose={onClose}
      title={say('orders.cancel-title', { line: `${line.order}.${line.line}` })}
      send={say('orders.cancel-line')}
      kind="danger"
      write={cancel}
      onSend={submit}
      fields={['reason']}
    >
      <p>{say('orders.cancel-what', { qty: line.qty, item: names.item(line.item) })}</p>
      <p className={css.soft}>{say('orders.cancel-hint')}</p>
      <ReasonField value={reason} onValue={setReason} autoFocus />
    </FormSheet>
  );
}
