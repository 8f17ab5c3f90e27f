import { inventoryRoutes, movementRoutes, type Place, type StockLevel } from '@takt/contracts';
import {
  ChoiceField,
  FormRow,
  newCommandId,
  NumberField,
  showToast,
  useFormat,
  useRead,
  useWrite,
} from '@takt/ui';
import { useState } from 'react';
import { Chips } from '../../components/chips';
import { Facts } from '../../components/facts';
import { FormSheet } from '../../components/form-sheet';
import { ReasonField } from '../../components/reason-field';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';

type Way = 'count' | 'transfer' | 'scrap';
const PLACES = ['raw', 'finished', 'quarantine'] as const;

interface Typed {
  readonly lot: string;
  readonly qty: string;
  readonly to: Place;
  readonly reason: string;
}

/** Writes one of the three ways in which stock is moved by hand. */
function useMove(level: StockLevel, onDone: () => void) {
  const say = useOfficeText();
  const [commandId] = useState(newCommandId);
  const count = useWrite(inventoryRoutes.adjust);
  const transfer = useWrite(movementRoutes.transfer);
  const scrap = useWrite(movementRoutes.scrap);
  const done = {
    onSuccess: () => {
      showToast({ text: say('stock.is-booked'), tone: 'green' });
      onDone();
    },
  };
  const writes = { count, transfer, scrap };
  const send = (way: Way, { lot, qty, to, reason }: Typed, counted: number) => {
    const { item, place } = level;
    const same = { commandId, item, reason, ...(lot !== '' && { lot }) };
    if (way === 'count') {
      const difference = String(Number((Number(qty) - counted).toFixed(6)));
      count.mutate({ request: { body: { ...same, place, qty: difference } } }, done);
    } else if (way === 'transfer')
      transfer.mutate({ request: { body: { ...same, from: place, to, qty } } }, done);
    else if (place !== 'wip') scrap.mutate({ request: { body: { ...same, place, qty } } }, done);
  };
  return { send, writes };
}

/** Counts stock, moves it to another place, or writes it off. */
export function MoveSheet({ level, onClose }: { level: StockLevel; onClose: () => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const { item, place } = level;
  const ways: readonly Way[] = place === 'wip' ? ['count'] : ['count', 'transfer', 'scrap'];
  const lots = useRead(inventoryRoutes.lots, {
    query: { limit: 500, filter: `item:${item},place:${place}` },
  });
  const [way, setWay] = useState<Way>('count');
  const [typed, setTyped] = useState<Typed>({
    lot: '',
    qty: '',
    to: PLACES.find((each) => each !== place) ?? 'quarantine',
    reason: '',
  });
  const set = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }));
  const { send, writes } = useMove(level, onClose);
  const chosen = lots.data?.items.find(({ id }) => id === typed.lot);
  const there = Number(chosen ? chosen.onHand : level.onHand);
  const ready =
    typed.qty !== '' &&
    typed.reason.trim() !== '' &&
    (way === 'count' ? Number(typed.qty) !== there : Number(typed.qty) > 0);
  return (
    <FormSheet
      title={`${names.item(item)} · ${say(`place.${place}`)}`}
      onClose={onClose}
      send={say(`stock.way.${way}-now`)}
      write={writes[way]}
      ready={ready}
      onSend={() => send(way, typed, there)}
      fields={['lot', 'qty', 'to', 'reason']}
    >
      <Chips
        label={say('stock.way')}
        chips={ways.map((key) => ({ key, label: say(`stock.way.${key}`) }))}
        chosen={way}
        onChoose={setWay}
      />
      <Facts facts={[[say('stock.books'), `${format.qty(there)} ${names.unit(item)}`]]} />
      <ChoiceField
        label={say('orders.lot')}
        name="lot"
        value={typed.lot}
        choices={[
          { value: '', label: say('stock.any-lot') },
          ...(lots.data?.items ?? []).map(({ id, onHand }) => ({
            value: id,
            label: `${id} · ${format.qty(onHand)}`,
          })),
        ]}
        onValue={(lot) => set({ lot })}
        plain
      />
      <FormRow>
        <NumberField
          label={say(way === 'count' ? 'stock.counted' : 'orders.qty')}
          name="qty"
          value={typed.qty}
          onValue={(qty) => set({ qty })}
          unit={names.unit(item)}
          decimals={3}
          required
        />
        {way === 'transfer' ? (
          <ChoiceField
            label={say('stock.to')}
            name="to"
            value={typed.to}
            choices={PLACES.filter((each) => each !== place).map((value) => ({
              value,
              label: say(`place.${value}`),
            }))}
            onValue={(to) => set({ to: to as Place })}
            plain
          />
        ) : null}
      </FormRow>
      <ReasonField value={typed.reason} onValue={(reason) => set({ reason })} required />
    </FormSheet>
  );
}
