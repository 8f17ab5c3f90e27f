import type { BomLine } from '@takt/contracts';
import { Exact, componentNeeds, sum, type Amount, type ComponentNeed } from '@takt/production';
import { shareOf, type Costing, type LedgerItem } from './costing';
import { balanceOf, draft, homePlace, type Balance, type Cause, type MovementDraft } from './ledger';
import { allocate, shortageOf, type LotStock, type Shortage } from './lot';
import { takeOut, type Valued } from './stock-movement';

/** A component that is consumed, with its stock. */
export interface Component extends Valued {
  readonly lots: readonly LotStock[];
  /** in the unit of the component */
  readonly qty: Amount;
  /** lot that was scanned for it: taken first, or below zero where nothing of it is known to be left */
  readonly scanned?: string | null;
  /** a lot was scanned that is none of what is consumed here: nobody knows which lot was used, so none is claimed */
  readonly unproven?: boolean;
}

/** The work order whose work in progress changes. */
export interface InProgress {
  readonly product: LedgerItem;
  /** the lot that the work order makes */
  readonly lot: string | null;
  /** its pieces and value so far */
  readonly wip: Balance;
  readonly costing: Costing;
  /** epoch ms */
  readonly at: number;
  readonly cause: Cause;
}

/** The pieces of a report. Produced is their sum. */
export interface ReportedPieces {
  readonly good: Amount;
  readonly scrap: Amount;
  readonly rework: Amount;
  /** is it the first, is it the last operation of the work order? Both for a single one */
  readonly first: boolean;
  readonly last: boolean;
  /** pieces of a rework order are not made anew but come from here; null: a normal work order */
  readonly reworked: { readonly lot: string | null; readonly stock: Balance } | null;
}

/** Movements with what could not be covered: it was consumed all the same, so stock without lot goes below zero. */
export interface Booking {
  readonly movements: readonly MovementDraft[];
  readonly shortages: readonly Shortage[];
}

/**
 * What an operation consumes for the pieces it produced.
 * @param lines bill of materials, or the override of this order
 * @param operationNo number of the operation
 * @param first is it the first? Then it also consumes the lines that name no operation
 * @param produced good + scrap + rework
 */
export function consumptionOf(
  lines: readonly BomLine[],
  operationNo: number,
  first: boolean,
  produced: Amount,
): ComponentNeed[] {
  return componentNeeds(lines, produced)
    .filter((need) => need.operationNo === operationNo || (need.operationNo === null && first))
    .filter((need) => need.qty.greaterThan(0));
}

/** All of it out of one lot, or out of none, whatever stock says: somebody scanned what contradicts stock. */
function takeAsSaid({ item, qty, scanned = null, unproven = false }: Component) {
  const taken = { lot: unproven ? null : scanned, place: homePlace(item.kind), qty: new Exact(qty) };
  return { taken: [taken], shortage: shortageOf(item.id, qty, taken.qty) };
}

/** Free stock first, then what is reserved for others, then what is not there. */
function takeFor(component: Component, at: number) {
  const { lots, qty, scanned = null, unproven = false } = component;
  const isLeft = lots.some(({ lot, onHand }) => lot === scanned && new Exact(onHand).greaterThan(0));
  if (unproven || (scanned !== null && !isLeft)) return takeAsSaid(component);
  const free = allocate(lots, qty, { at, scanned });
  const used = (lot: LotStock) =>
    sum(free.taken.filter((one) => one.lot === lot.lot && one.place === lot.place).map((one) => one.qty));
  const rest = lots.map((lot) => ({
    ...lot,
    onHand: new Exact(lot.onHand).minus(used(lot)).toString(),
    reserved: '0',
  }));
  const reserved = allocate(rest, free.short, { at });
  const missing = { lot: null, place: homePlace(component.item.kind), qty: reserved.short };
  const taken = [...free.taken, ...reserved.taken, ...(reserved.short.isZero() ? [] : [missing])];
  return { taken, shortage: shortageOf(component.item.id, qty, reserved.short) };
}

const wipFacts = (work: InProgress, kind: 'wip-in' | 'wip-out' | 'scrap' | 'rework' | 'adjustment') =>
  ({ kind, place: 'wip', lot: work.lot, occurredAt: work.at, cause: work.cause }) as const;

/**
 * Consumes components for a work order: out of their lots, first expired first, and their value into work in progress.
 * @param components with their stock
 * @param work the work order
 * @param kind `backflush` from a report, `issue` by hand
 */
export function consume(
  components: readonly Component[],
  work: InProgress,
  kind: 'backflush' | 'issue',
): Booking {
  const found = components.map((component) => {
    const { taken, shortage } = takeFor(component, work.at);
    return { movements: takeOut(component, taken, { at: work.at, cause: work.cause, kind }), shortage };
  });
  const movements = found.flatMap((one) => one.movements);
  const { value } = balanceOf(movements);
  const into = draft(work.product, new Exact(0), value.negated(), wipFacts(work, 'wip-in'));
  return {
    movements: value.isZero() ? movements : [...movements, into],
    shortages: found.flatMap((one) => one.shortage ?? []),
  };
}

/** Work in progress while a report is booked. */
class WipLedger {
  readonly movements: MovementDraft[] = [];
  private wip: Balance;

  constructor(private readonly work: InProgress) {
    this.wip = work.wip;
  }

  add(...movements: readonly MovementDraft[]): void {
    this.movements.push(...movements);
    const { qty, value } = balanceOf(movements.filter((one) => one.place === 'wip'));
    this.wip = { qty: this.wip.qty.plus(qty), value: this.wip.value.plus(value) };
  }

  /** Takes pieces out with their share of the value, and returns that value. */
  take(qty: Exact, kind: 'wip-out' | 'scrap' | 'rework'): Exact {
    const value = shareOf(this.wip, qty);
    if (!qty.isZero())
      this.add(draft(this.work.product, qty.negated(), value.negated(), wipFacts(this.work, kind)));
    return value;
  }
}

function bringIn(ledger: WipLedger, work: InProgress, pieces: ReportedPieces, produced: Exact): void {
  if (!pieces.first || produced.isZero()) return;
  if (pieces.reworked === null) {
    ledger.add(draft(work.product, produced, new Exact(0), wipFacts(work, 'wip-in')));
    return;
  }
  const value = shareOf(pieces.reworked.stock, produced);
  const from = { ...wipFacts(work, 'rework'), place: 'quarantine', lot: pieces.reworked.lot } as const;
  ledger.add(
    draft(work.product, produced.negated(), value.negated(), from),
    draft(work.product, produced, value, wipFacts(work, 'wip-in')),
  );
}

/**
 * What a report means for stock: components are backflushed, pieces enter work in progress at the first operation, scrap leaves
 * it with its share of the value, pieces for rework go to quarantine, good pieces of the last operation become finished stock.
 * Finished stock is valued at standard cost, or with moving averages at what its material cost.
 * @param components consumed by this operation
 * @param pieces what was reported
 * @param work the work order
 */
export function bookReport(
  components: readonly Component[],
  pieces: ReportedPieces,
  work: InProgress,
): Booking {
  const [good, scrap, rework] = [pieces.good, pieces.scrap, pieces.rework].map((qty) => new Exact(qty));
  const ledger = new WipLedger(work);
  const consumed = consume(components, work, 'backflush');
  ledger.add(...consumed.movements);
  bringIn(ledger, work, pieces, good.plus(scrap).plus(rework));
  ledger.take(scrap, 'scrap');
  const repairable = ledger.take(rework, 'rework');
  if (!rework.isZero())
    ledger.add(draft(work.product, rework, repairable, { ...wipFacts(work, 'rework'), place: 'quarantine' }));
  if (pieces.last && !good.isZero()) {
    const cost = ledger.take(good, 'wip-out');
    const value = work.costing === 'standard' ? new Exact(work.product.standardCost).times(good) : cost;
    const place = homePlace(work.product.kind);
    ledger.add(draft(work.product, good, value, { ...wipFacts(work, 'wip-out'), kind: 'completion', place }));
  }
  return { movements: ledger.movements, shortages: consumed.shortages };
}

/**
 * Empties the work in progress of a work order that has ended: pieces that were counted in and never out, or value that is left.
 * @returns one adjustment, or none when nothing is left
 */
export function closeWork(work: InProgress): MovementDraft[] {
  const { qty, value } = work.wip;
  if (qty.isZero() && value.isZero()) return [];
  return [draft(work.product, qty.negated(), value.negated(), wipFacts(work, 'adjustment'))];
}
