import { inventoryRoutes, itemRoutes, movementRoutes, type Place, type StockLevel } from '@takt/contracts';
import { homePlace } from '@takt/inventory';
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
import { useLotsHere, type LotHere } from './use-lots-here';

const WAYS = ['count', 'transfer', 'scrap'] as const;
type Way = (typeof WAYS)[number];

interface Typed {
  /** empty: not chosen yet */
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
  const send = (way: Way, { qty, to, reason }: Typed, { lot, onHand }: LotHere) => {
    const { item, place } = level;
    if (place === 'wip') return;
    const same = { commandId, item, reason, ...(lot !== undefined && { lot }) };
    if (way === 'count') {
      const difference = String(Number((Number(qty) - onHand).toFixed(6)));
      count.mutate({ request: { body: { ...same, place, qty: difference } } }, done);
    } else if (way === 'transfer')
      transfer.mutate({ request: { body: { ...same, from: place, to, qty } } }, done);
    else scrap.mutate({ request: { body: { ...same, place, qty } } }, done);
  };
  return { send, writes };
}

/** Where stock may go from a place: where its item belongs, and into quarantine. */
function useTargets({ item, place }: StockLevel): readonly Place[] {
  const kind = useRead(itemRoutes.get, { params: { item } }).data?.kind;
  const places: Place[] = [...(kind ? [homePlace(kind)] : []), 'quarantine'];
  return places.filter((each) => each !== place);
}

/** Counts a lot, moves it to another place, or writes it off. */
export function MoveSheet({ level, onClose }: { level: StockLevel; onClose: () => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const { item, place } = level;
  const lots = useLotsHere(level) ?? [];
  const targets = useTargets(level);
  const [way, setWay] = useState<Way>('count');
  const [typed, setTyped] = useState<Typed>({ lot: '', qty: '', to: place, reason: '' });
  const set = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }));
  const { send, writes } = useMove(level, onClose);
  const chosen = lots.length === 1 ? lots[0] : lots.find(({ value }) => value === typed.lot);
  const there = chosen?.onHand ?? Number(level.onHand);
  const to = targets.find((each) => each === typed.to) ?? targets[0] ?? 'quarantine';
  const ready =
    chosen !== undefined &&
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
      onSend={() => chosen && send(way, { ...typed, to }, chosen)}
      fields={['lot', 'qty', 'to', 'reason']}
    >
      <Chips
        label={say('stock.way')}
        chips={WAYS.map((key) => ({ key, label: say(`stock.way.${key}`) }))}
        chosen={way}
        onChoose={setWay}
      />
      <Facts facts={[[say('stock.books'), `${format.qty(there)} ${names.unit(item)}`]]} />
      <ChoiceField
        label={say('orders.lot')}
        name="lot"
        value={chosen?.value ?? ''}
        choices={lots}
        onValue={(lot) => set({ lot })}
        required
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
            value={to}
            choices={targets.map((value) => ({
              value,
              label: say(`place.${value}`),
            }))}
            onValue={(place) => set({ to: place as Place })}
            plain
          />
        ) : null}
      </FormRow>
      <ReasonField value={typed.reason} onValue={(reason) => set({ reason })} required />
    </FormSheet>
  );
}
