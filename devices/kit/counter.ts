import { COUNTER_MODULUS } from '@takt/contracts';

/** What a station has counted since its boot. Both roll over at 2³². */
export interface Totals {
  readonly good: number;
  readonly scrap: number;
}

const roll = (total: number, by: number): number => (total + by) % COUNTER_MODULUS;

/** The counters of a station: totals since the boot, as they stand in a `count` message. */
export class PieceCounter {
  private good: number;
  private scrap: number;

  /** @param start totals to begin with; zero after a boot, as a rule */
  constructor(start: Totals = { good: 0, scrap: 0 }) {
    this.good = roll(start.good, 0);
    this.scrap = roll(start.scrap, 0);
  }

  /** Counts further pieces, whole and not negative. */
  add(good: number, scrap = 0): Totals {
    for (const pieces of [good, scrap])
      if (!Number.isInteger(pieces) || pieces < 0)
        throw new RangeError(`${pieces} pieces cannot be counted. Maybe round them down first.`);
    this.good = roll(this.good, good);
    this.scrap = roll(this.scrap, scrap);
    return this.totals;
  }

  /** As they stand. */
  get totals(): Totals {
    return { good: this.good, scrap: this.scrap };
  }
}
