import { inventoryRoutes, qualityRoutes } from '@takt/contracts';
import { newCommandId, NumberField, SearchField, showToast, useFormat, useRead, useWrite } from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { ReasonField } from '../../components/reason-field';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';

/** Blocks a lot: what is there of it goes to quarantine, and nobody may take it. */
export function BlockLotSheet({ onClose }: { onClose: () => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const block = useWrite(qualityRoutes.holdLot);
  const [commandId] = useState(newCommandId);
  const [typed, setTyped] = useState('');
  const [lot, setLot] = useState('');
  const [reason, setReason] = useState('');
  const [qty, setQty] = useState('');
  const q = typed.split(' ')[0] ?? '';
  const lots = useRead(
    inventoryRoutes.lots,
    { query: { limit: 50, sort: '-madeAt', ...(q !== '' && { q }) } },
    { keep: true },
  );
  const choices = (lots.data?.items ?? []).map(({ id, item, onHand }) => ({
    value: id,
    label: `${id} · ${names.item(item)} · ${format.qty(onHand)} ${names.unit(item)}`,
  }));
  const send = () =>
    block.mutate(
      { request: { params: { lot }, body: { commandId, reason, ...(qty !== '' && { qty }) } } },
      {
        onSuccess: () => {
          showToast({ text: say('hold.is-blocked', { lot }), tone: 'green' });
          onClose();
        },
      },
    );
  return (
    <FormSheet
      title={say('hold.block-lot')}
      onClose={onClose}
      send={say('hold.block-now')}
      write={block}
      ready={lot !== '' && reason.trim() !== ''}
      onSend={send}
      fields={['lot', 'reason', 'qty']}
    >
      <SearchField
        label={say('orders.lot')}
        name="lot"
        choices={choices}
        value={lot}
        onValue={setLot}
        onSearch={setTyped}
        required
      />
      <ReasonField value={reason} onValue={setReason} long required />
      <NumberField
        label={say('orders.qty')}
        name="qty"
        value={qty}
        onValue={setQty}
        decimals={3}
        hint={say('hold.qty-hint')}
      />
      <p>{say('hold.block-hint')}</p>
    </FormSheet>
  );
}
