import { workOrderRoutes, type ReleasedLots } from '@takt/contracts';
import {
  FormRow,
  InstantField,
  NumberField,
  SearchField,
  showToast,
  useFormat,
  useRuntime,
  useWrite,
} from '@takt/ui';
import { useState } from 'react';
import { FormSheet } from '../../components/form-sheet';
import { QtyField } from '../../components/qty-field';
import { useOfficeText } from '../../lib/texts';
import { useItemChoices } from '../../lib/use-choices';
import { useNames } from '../../lib/use-names';

const HOUR = 3_600_000;
const USUAL_HOURS = 48;

/** Says what was released, and where full lots make more of it than was asked for. */
function useToldRelease(): (item: string, released: ReleasedLots) => string {
  const say = useOfficeText();
  const names = useNames();
  const format = useFormat();
  return (item, { workOrders, qtyAsked, qtyReleased, rounded }) => {
    const said = say('work.is-released', { id: workOrders.map(({ id }) => id).join(', ') });
    const lots = { qty: format.qty(qtyReleased), asked: format.qty(qtyAsked), unit: names.unit(item) };
    return rounded ? `${said} ${say('work.is-rounded', lots)}` : said;
  };
}

/** Releases a work order to stock. */
export function MakeSheet({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const say = useOfficeText();
  const items = useItemChoices(true);
  const told = useToldRelease();
  const { clock } = useRuntime();
  const create = useWrite(workOrderRoutes.create);
  const [item, setItem] = useState('');
  const [qty, setQty] = useState('');
  const [weight, setWeight] = useState('1');
  const [dueAt, setDueAt] = useState(() =>
    new Date((Math.ceil(clock.now() / HOUR) + USUAL_HOURS) * HOUR).toISOString(),
  );
  const send = () =>
    create.mutate(
      { request: { body: { item, qty, dueAt, weight: Number(weight) } } },
      {
        onSuccess: ({ id, released }) => {
          showToast({ text: told(item, released), tone: 'green' });
          onClose();
          onMade(id);
        },
      },
    );
  return (
    <FormSheet
      title={say('work.make')}
      onClose={onClose}
      send={say('work.release')}
      write={create}
      ready={item !== '' && Number(qty) > 0 && dueAt !== '' && Number(weight) > 0}
      onSend={send}
      fields={['item', 'qty', 'dueAt', 'weight']}
    >
      <SearchField
        label={say('orders.item')}
        name="item"
        choices={items}
        value={item}
        onValue={setItem}
        required
      />
      <FormRow>
        <QtyField item={item} value={qty} onValue={setQty} required />
        <NumberField
          label={say('set-up.weight')}
          name="weight"
          value={weight}
          onValue={setWeight}
          hint={say('set-up.weight-hint')}
        />
      </FormRow>
      <InstantField label={say('schedule.due')} name="dueAt" value={dueAt} onValue={setDueAt} required />
    </FormSheet>
  );
}
