import { inventoryRoutes, type Supply } from '@takt/contracts';
import { InstantField, SearchField, showToast, TextField, useRuntime, useWrite } from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { QtyField } from '../../components/qty-field';
import { useOfficeText } from '../../lib/texts';
import { useItemChoices } from '../../lib/use-choices';
import { useNames } from '../../lib/use-names';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Announces a receipt, or moves one; the plan follows. */
export function SupplySheet({ supply, onClose }: { supply?: Supply; onClose: () => void }) {
  const say = useOfficeText();
  const names = useNames();
  const items = useItemChoices();
  const { clock } = useRuntime();
  const expect = useWrite(inventoryRoutes.expect);
  const postpone = useWrite(inventoryRoutes.postpone);
  const [item, setItem] = useState(supply?.item ?? '');
  const [qty, setQty] = useState(supply?.qty ?? '');
  const [note, setNote] = useState('');
  const [expectedAt, setExpectedAt] = useState(
    () => supply?.expectedAt ?? new Date(Math.ceil((clock.now() + DAY) / HOUR) * HOUR).toISOString(),
  );
  const done = {
    onSuccess: () => {
      showToast({ text: say('stock.is-expected'), tone: 'green' });
      onClose();
    },
  };
  const send = () => {
    if (supply)
      postpone.mutate({ request: { params: { supply: supply.id }, body: { expectedAt, qty } } }, done);
    else expect.mutate({ request: { body: { item, qty, expectedAt, note } } }, done);
  };
  return (
    <FormSheet
      title={supply ? names.item(supply.item) : say('stock.expect')}
      onClose={onClose}
      write={supply ? postpone : expect}
      ready={item !== '' && Number(qty) > 0 && expectedAt !== ''}
      onSend={send}
      fields={['item', 'qty', 'expectedAt', 'note']}
    >
      {supply ? null : (
        <SearchField
          label={say('orders.item')}
          name="item"
          choices={items}
          value={item}
          onValue={setItem}
          required
        />
      )}
      <QtyField item={item} value={qty} onValue={setQty} required />
      <InstantField
        label={say('stock.expected')}
        name="expectedAt"
        value={expectedAt}
        onValue={setExpectedAt}
        required
      />
      {supply ? null : (
        <TextField label={say('orders.note')} name="note" value={note} onValue={setNote} long />
      )}
    </FormSheet>
  );
}
