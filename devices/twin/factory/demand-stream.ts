/** A choice with the weight with which it is made. */
export type Weighted<T> = readonly (readonly [choice: T, weight: number])[];

/** Quantities: most around the median, some far above it, none above the largest. */
export interface Quantities {
  readonly median: number;
  /** spread of the logarithm */
  readonly sigma: number;
  readonly largest: number;
}

/** Orders of one sort, through one door. */
export interface DemandStream {
  readonly id: string;
  /** a shop's channel, or `office`: typed in by the planner */
  readonly channel: 'web' | 'market' | 'office';
  readonly customers: Weighted<string>;
  readonly items: Weighted<string>;
  readonly qty: Quantities;
  /** orders of a day, Sundays a third */
  readonly perDay: number;
  /** share of a day's orders by hour, 24 numbers in any unit */
  readonly hours: readonly number[];
  /** hours from the order to the wish */
  readonly wish: Weighted<number>;
  /** of the orders that come when the factory opens */
  readonly opening: number;
}
