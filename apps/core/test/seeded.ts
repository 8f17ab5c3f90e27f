/** Chance that the same seed repeats. */
export interface Chance {
  /** a whole number from 0, below the limit */
  below(limit: number): number;
}

/** Random numbers of a seed (a linear congruential generator: enough to choose, not to guess). */
export function seeded(seed: number): Chance {
  // Neighbouring seeds would begin alike.
  let state = Math.imul(seed ^ (seed >>> 16), 0x9e3779b1) >>> 0;
  return {
    below: (limit) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 4_294_967_296) * limit);
    },
  };
}
