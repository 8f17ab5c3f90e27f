import type { ItemKind, MovementKind, Place } from '@takt/contracts';
import { Exact, type Amount } from '@takt/production';
import { addSums, type Sums } from '../input';

/** A movement of the stock ledger as figures see it. Consigned and subcontracted items are left out by the caller. */
export interface MovementFact {
  /** epoch ms */
  readonly at: number;
  /** of a value correction the kind of the movement that it corrects */
  readonly kind: MovementKind;
  readonly place: Place;
  readonly itemKind: ItemKind;
  /** signed */
  readonly qty: Amount;
  /** signed */
  readonly value: Amount;
}

/** Stock levels by stage: values, and finished items by quantity. */
export interface StockLevels {
  readonly raw: Exact;
  readonly wip: Exact;
  readonly finished: Exact;
  readonly qty: Exact;
}

/** No stock. */
export const NO_STOCK: StockLevels = {
  raw: new Exact(0),
  wip: new Exact(0),
  finished: new Exact(0),
  qty: new Exact(0),
};

/**
 * What movements of a time bucket do to stock: the change of each level, and its moment Σ change · seconds to the end of the bucket.
 * With the level at its start the area follows, so that a late movement restates its own bucket only.
 */
export interface StockBucket {
  readonly startAt: number;
  readonly endAt: number;
  readonly change: StockLevels;
  readonly moment: StockLevels;
}

/** The stage a movement belongs to: work in progress and half-made parts are one stage, else bought or finished by the item. */
export function stageOf(place: Place, itemKind: ItemKind): 'raw' | 'wip' | 'finished' {
  if (place === 'wip' || itemKind === 'semi-finished') return 'wip';
  return itemKind === 'raw' ? 'raw' : 'finished';
}

const plus = (a: StockLevels, b: StockLevels): StockLevels => ({
  raw: a.raw.plus(b.raw),
  wip: a.wip.plus(b.wip),
  finished: a.finished.plus(b.finished),
  qty: a.qty.plus(b.qty),
});

const times = (levels: StockLevels, factor: Amount): StockLevels => ({
  raw: levels.raw.times(factor),
  wip: levels.wip.times(factor),
  finished: levels.finished.times(factor),
  qty: levels.qty.times(factor),
});

function changeOf(fact: MovementFact): StockLevels {
  const stage = stageOf(fact.place, fact.itemKind);
  const qty = stage === 'finished' ? new Exact(fact.qty) : new Exact(0);
  return { ...NO_STOCK, [stage]: new Exact(fact.value), qty };
}

/** What left the stages: cost of goods shipped less returns, material consumed, finished items completed. */
export function stockFlow({ kind, place, itemKind, qty, value }: MovementFact): Sums {
  const out = new Exact(value).negated();
  if (kind === 'shipment' || kind === 'return')
    return { cogsValue: out, shippedQty: new Exact(qty).negated() };
  if ((kind === 'backflush' || kind === 'issue') && place !== 'wip' && itemKind === 'raw')
    return { rawUsedValue: out };
  return kind === 'completion' && itemKind === 'finished' ? { wipUsedValue: new Exact(value) } : {};
}

/**
 * What movements do in a bucket.
 * @param facts movements, in any order; those outside the bucket are ignored
 * @param bucket epoch ms, half-open
 */
export function stockBucket(
  facts: readonly MovementFact[],
  bucket: { readonly startAt: number; readonly endAt: number },
): StockBucket {
  const { startAt, endAt } = bucket;
  const inside = facts.filter(({ at }) => at >= startAt && at < endAt);
  const change = inside.map(changeOf).reduce(plus, NO_STOCK);
  const moment = inside.map((fact) => times(changeOf(fact), (endAt - fact.at) / 1000)).reduce(plus, NO_STOCK);
  return { startAt, endAt, change, moment };
}

/**
 * Areas of the stock over contiguous buckets, and the level after them.
 * @param opening level at the start of the first bucket
 * @param buckets contiguous, in order
 */
export function stockAreas(
  opening: StockLevels,
  buckets: readonly StockBucket[],
): { readonly sums: Sums; readonly closing: StockLevels } {
  let level = opening;
  const parts = buckets.map(({ startAt, endAt, change, moment }) => {
    const area = plus(times(level, (endAt - startAt) / 1000), moment);
    level = plus(level, change);
    return {
      stockAreaRaw: area.raw,
      stockAreaWip: area.wip,
      stockAreaFinished: area.finished,
      stockAreaQty: area.qty,
      wipValueSec: area.wip,
    };
  });
  return { sums: addSums(parts), closing: level };
}
