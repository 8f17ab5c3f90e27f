import { inventoryRoutes, movementRoutes, type WorkOrder } from '@takt/contracts';
import {
  ChoiceField,
  FormRow,
  newCommandId,
  SearchField,
  showToast,
  useFormat,
  useRead,
  useWrite,
} from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { QtyField } from '../../components/qty-field';
import { ReasonField } from '../../components/reason-field';
import { useOfficeText } from '../../lib/texts';
import { useItemChoices } from '../../lib/use-choices';

const NOTHING = { item: '', operation: '', lot: '', qty: '', reason: '' };

/** Lots of an item that lie where work takes its material from, as choices; the first to expire where none is named. */
function useLotChoices(item: string) {
  const say = useOfficeText();
  const format = useFormat();
  const lots = useRead(
    inventoryRoutes.lots,
    { query: { limit: 500, filter: `item:${item},place:raw|finished` } },
    { enabled: item !== '' },
  );
  return [
    { value: '', label: say('stock.any-lot') },
    ...(lots.data?.items ?? []).map(({ id, onHand }) => ({
      value: id,
      label: `${id} · ${format.qty(onHand)}`,
    })),
  ];
}

/** Books material that a work order used beyond what its bill of materials says. */
export function UseMaterial({ workOrder, onClose }: { workOrder: WorkOrder; onClose: () => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const issue = useWrite(movementRoutes.issue);
  const [commandId] = useState(newCommandId);
  const [typed, setTyped] = useState(NOTHING);
  const set = (change: Partial<typeof NOTHING>) => setTyped((before) => ({ ...before, ...change }));
  const items = useItemChoices();
  const lots = useLotChoices(typed.item);
  const { item, operation, lot, qty, reason } = typed;
  const send = () => {
    const named = { ...(operation !== '' && { operation }), ...(lot !== '' && { lot }) };
    issue.mutate(
      { request: { body: { commandId, workOrder: workOrder.id, item, qty, reason, ...named } } },
      {
        onSuccess: () => {
          showToast({ text: say('stock.is-booked'), tone: 'green' });
          onClose();
        },
      },
    );
  };
  return (
    <FormSheet
      title={say('work.use-of', { id: workOrder.id })}
      onClose={onClose}
      send={say('work.use-now')}
      write={issue}
      ready={item !== '' && Number(qty) > 0 && reason.trim() !== ''}
      onSend={send}
      fields={['item', 'lot', 'qty', 'operation', 'reason']}
    >
      <SearchField
        label={say('set-up.component')}
        name="item"
        choices={items}
        value={item}
        onValue={(value) => set({ item: value, lot: '' })}
        required
      />
      <FormRow>
        <QtyField item={item} value={qty} onValue={(value) => set({ qty: value })} required />
        <ChoiceField
          label={say('orders.lot')}
          name="lot"
          value={lot}
          choices={lots}
          onValue={(value) => set({ lot: value })}
          plain
        />
      </FormRow>
      <ChoiceField
        label={say('orders.operation')}
        name="operation"
        value={operation}
        choices={[
          { value: '', label: say('work.any-operation') },
          ...workOrder.operations.map((each) => ({
            value: each.id,
            label: `${each.no} · ${format.name(each)}`,
          })),
        ]}
        onValue={(value) => set({ operation: value })}
        plain
      />
      <ReasonField value={reason} onValue={(value) => set({ reason: value })} required />
    </FormSheet>
  );
}
