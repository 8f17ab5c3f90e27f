import { inventoryRoutes } from '@takt/contracts';
import {
  FormRow,
  InstantField,
  newCommandId,
  NumberField,
  SearchField,
  showToast,
  TextField,
  useWrite,
} from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { useOfficeText } from '../../lib/texts';
import { useItemChoices } from '../../lib/use-choices';
import { useNames } from '../../lib/use-names';

const blank = { item: '', qty: '', lot: '', supplierLot: '', unitCost: '', expiresAt: '', note: '' };
type Draft = typeof blank;

/** What was typed, without what was left empty. */
const filled = (draft: Partial<Draft>) =>
  Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== '')) as Partial<Draft>;

/** Receives bought material into a lot. */
export function ReceiveSheet({
  supply,
  onClose,
}: {
  supply?: { id: string; item: string; qty: string };
  onClose: () => void;
}) {
  const say = useOfficeText();
  const names = useNames();
  const items = useItemChoices();
  const receive = useWrite(inventoryRoutes.receive);
  const [commandId] = useState(newCommandId);
  const [draft, setDraft] = useState<Draft>({
    ...blank,
    ...(supply && { item: supply.item, qty: supply.qty }),
  });
  const bind = (key: keyof Draft) => ({
    name: key,
    value: draft[key],
    onValue: (value: string) => setDraft((before) => ({ ...before, [key]: value })),
  });
  const { item, qty, ...rest } = draft;
  const send = () =>
    receive.mutate(
      { request: { body: { commandId, item, qty, ...filled(rest), ...(supply && { supply: supply.id }) } } },
      {
        onSuccess: ({ lot }) => {
          showToast({ text: say('stock.is-received', { lot: lot ?? '–' }), tone: 'green' });
          onClose();
        },
      },
    );
  return (
    <FormSheet
      title={say('stock.receive')}
      onClose={onClose}
      send={say('stock.receive-now')}
      write={receive}
      ready={item !== '' && Number(qty) > 0}
      onSend={send}
      fields={Object.keys(blank)}
    >
      <SearchField
        label={say('orders.item')}
        choices={items}
        disabled={supply !== undefined}
        required
        {...bind('item')}
      />
      <FormRow>
        <NumberField
          label={say('orders.qty')}
          decimals={3}
          unit={names.unit(item)}
          required
          {...bind('qty')}
        />
        <NumberField label={say('stock.unit-cost')} decimals={4} {...bind('unitCost')} />
      </FormRow>
      <FormRow>
        <TextField label={say('orders.lot')} hint={say('stock.lot-hint')} {...bind('lot')} />
        <TextField label={say('stock.supplier-lot')} {...bind('supplierLot')} />
      </FormRow>
      <InstantField label={say('stock.expires')} {...bind('expiresAt')} />
      <TextField label={say('orders.note')} long {...bind('note')} />
    </FormSheet>
  );
}
