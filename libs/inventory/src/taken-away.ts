import { refuse, type MovementKind, type Place, type Refusal } from '@takt/contracts';
import { Exact, decimalText, type Amount } from '@takt/production';
import type { Cause, MovementDraft } from './ledger';

/** What counter-entries take out of a lot at a place; decimal text > 0. */
export interface TakenAway {
  readonly item: string;
  readonly lot: string | null;
  readonly place: Place;
  readonly unit: string;
  readonly qty: string;
}

/** What some lines take away altogether, by item, lot and place; places that gain or stay as they are are left out. */
export function takenAway(drafts: readonly MovementDraft[]): TakenAway[] {
  const sums = new Map<string, { draft: MovementDraft; qty: Exact }>();
  for (const draft of drafts) {
    const key = JSON.stringify([draft.item, draft.lot, draft.place]);
    sums.set(key, { draft, qty: (sums.get(key)?.qty ?? new Exact(0)).minus(draft.qty) });
  }
  return [...sums.values()]
    .filter(({ qty }) => qty.greaterThan(0))
    .map(({ draft: { item, lot, place, unit }, qty }) => ({ item, lot, place, unit, qty: decimalText(qty) }));
}

/** A line that took from a lot since, as it is told: what it was, and what for. */
export interface UsedSince {
  readonly kind: MovementKind;
  readonly cause: Cause;
}

/** How many lines are named to who cannot take one back. */
const NAMED = 5;

const named = ({ kind, cause }: UsedSince): string => {
  const line = cause.order ? `${cause.order}/${cause.orderLine ?? '—'}` : null;
  const owner = cause.operation ?? cause.workOrder ?? line;
  return owner === null ? kind : `${kind} ${owner}`;
};

/**
 * Checks that what is taken back still lies there: a receipt whose material has been used stays, or stock would fall below zero and
 * the trace of what was made of it would begin with nothing.
 * @param movement that is taken back
 * @param taken what its counter-entries take away
 * @param there stock of that lot at that place, before
 * @param used what took from it since, the first first
 * @returns `movement.used` {movement, item, lot, unit, qty, left, movements} · null
 */
export function checkStillThere(
  movement: string,
  taken: TakenAway,
  there: Amount,
  used: readonly UsedSince[],
): Refusal | null {
  const { item, lot, unit, qty } = taken;
  if (new Exact(there).greaterThanOrEqualTo(qty)) return null;
  const names = [...new Set(used.map(named))];
  const movements = names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ' …' : '');
  const left = decimalText(there);
  return refuse('movement.used', {
    movement,
    item,
    lot: lot ?? '—',
    unit,
    qty,
    left,
    movements: movements || '—',
  });
}
