import { Exact, decimalText, sum, type Amount } from '@takt/production';
import { allocate, type LotStock, type TakeRule, type Taken } from './lot';

/** Stock of one item that is kept for somebody, as it is stored. */
export interface Keeping {
  readonly id: string;
  /** null: of any lot, whichever is there when it is taken */
  readonly lot: string | null;
  /** decimal text > 0 */
  readonly qty: string;
  /** for whom: an order line `O-17/1` or a work order */
  readonly holder: string;
}

/** More than any stock. */
const ALL = new Exact('1e15');

const isLot = (lot: LotStock, keeping: Keeping): boolean => lot.lot !== null && lot.lot === keeping.lot;

/**
 * Stock as somebody may take it: what others keep of a lot is marked as reserved there; what they keep of any lot is marked on the
 * fresh lots that leave first. What others keep beyond what is there is not shown.
 * @param lots stock of one item; their `reserved` is replaced
 * @param keepings of the item, by everybody
 * @param holder who takes; null: somebody who keeps nothing
 * @param at epoch ms: lots that have expired by then are of no use to others
 */
export function stockFor(
  lots: readonly LotStock[],
  keepings: readonly Keeping[],
  holder: string | null,
  at: number,
): LotStock[] {
  const others = keepings.filter((keeping) => keeping.holder !== holder);
  const marked = lots.map((lot) => ({
    ...lot,
    reserved: decimalText(sum(others.filter((keeping) => isLot(lot, keeping)).map(({ qty }) => qty))),
  }));
  const anyLot = sum(others.filter(({ lot }) => lot === null).map(({ qty }) => qty));
  const { taken } = allocate(marked, anyLot, { at });
  return marked.map((lot) => {
    const spread = taken.filter((one) => one.lot === lot.lot && one.place === lot.place);
    return { ...lot, reserved: decimalText(sum([lot.reserved, ...spread.map(({ qty }) => qty)])) };
  });
}

/** How much of some stock may be taken. */
export function freeOf(lots: readonly LotStock[], rule: TakeRule): Exact {
  return sum(allocate(lots, ALL, rule).taken.map(({ qty }) => qty));
}

/** What remains of a keeping; decimal text, `0`: nothing. */
export type Remainder = Pick<Keeping, 'id' | 'qty'>;

/**
 * Uses keepings of one holder up by what was taken: those of the same lot first, then the others in the order given.
 * @returns those that change, with what remains of them
 */
export function useKept(
  keepings: readonly Keeping[],
  taken: readonly Pick<Taken, 'lot' | 'qty'>[],
): Remainder[] {
  const left = new Map(keepings.map(({ id, qty }) => [id, new Exact(qty)]));
  const use = (matching: readonly Keeping[], qty: Exact): Exact => {
    let rest = qty;
    for (const { id } of matching) {
      const has = left.get(id) ?? new Exact(0);
      const part = Exact.min(has, rest);
      left.set(id, has.minus(part));
      rest = rest.minus(part);
    }
    return rest;
  };
  const unmatched = taken.map(({ lot, qty }) =>
    use(
      keepings.filter((keeping) => lot !== null && keeping.lot === lot),
      qty,
    ),
  );
  use(keepings, sum(unmatched));
  return keepings.flatMap(({ id, qty }) => {
    const rest = decimalText(left.get(id) ?? 0);
    return rest === qty ? [] : [{ id, qty: rest }];
  });
}

/**
 * Gives part of some keepings back, the last in the order given first.
 * @returns those that change, with what remains of them
 */
export function loosen(keepings: readonly Keeping[], qty: Amount): Remainder[] {
  return useKept([...keepings].reverse(), [{ lot: null, qty: new Exact(qty) }]);
}
