import { orderRoutes, type Order, type OrderLine } from '@takt/contracts';
import { FormRow, InstantField, showToast, TextField, useWrite } from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { QtyField } from '../../components/qty-field';
import { useOfficeText } from '../../lib/texts';
import { promiseOf } from './order-line';
import css from './orders.module.css';

interface LineSheetProps {
  readonly order: Order;
  readonly line: OrderLine;
  readonly onClose: () => void;
}

/** Changes quantity, wish, promise or note of a line; only what differs is sent. */
export function ChangeLine({ order, line, onClose }: LineSheetProps) {
  const say = useOfficeText();
  const change = useWrite(orderRoutes.changeLine);
  const promise = promiseOf(line) ?? '';
  const [qty, setQty] = useState(line.qty);
  const [requestedAt, setRequestedAt] = useState(line.requestedAt);
  const [committedAt, setCommittedAt] = useState(promise);
  const [note, setNote] = useState(line.note);
  const differs = (now: string, then: string) => now !== '' && Date.parse(now) !== Date.parse(then);
  const body = {
    ...(qty !== '' && Number(qty) !== Number(line.qty) && { qty }),
    ...(differs(requestedAt, line.requestedAt) && { requestedAt }),
    ...(differs(committedAt, promise) && { latestCommittedAt: committedAt }),
    ...(note !== line.note && { note }),
  };
  const nothing = Object.keys(body).length === 0;
  const submit = () => {
    if (nothing) return;
    change.mutate(
      {
        request: { params: { order: line.order, line: line.line }, body },
        options: { ifMatch: order.revision },
      },
      {
        onSuccess: () => {
          showToast({ text: say('orders.changed'), tone: 'green' });
          onClose();
        },
      },
    );
  };
  return (
    <FormSheet
      onClose={onClose}
      title={say('orders.change-title', { line: `${line.order}.${line.line}` })}
      write={change}
      ready={!nothing}
      onSend={submit}
      fields={['qty', 'requestedAt', 'latestCommittedAt', 'note']}
    >
      <QtyField item={line.item} value={qty} onValue={setQty} />
      <FormRow>
        <InstantField
          label={say('orders.wish')}
          name="requestedAt"
          value={requestedAt}
          onValue={setRequestedAt}
        />
        <InstantField
          label={say('orders.move-promise')}
          name="latestCommittedAt"
          value={committedAt}
          onValue={setCommittedAt}
        />
      </FormRow>
      <TextField label={say('orders.note')} name="note" value={note} onValue={setNote} long />
      <p className={css.soft}>{say('orders.change-hint')}</p>
    </FormSheet>
  );
}
