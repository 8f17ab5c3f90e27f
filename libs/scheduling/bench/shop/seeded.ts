/** A source of numbers that look random and are the same for the same seed on every machine. */
export interface Seeded {
  /** Whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True in `percent` of 100 cases. */
  chance(percent: number): boolean;
  /** One entry of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** `count` different entries in random order; all when there are fewer. */
  sample<T>(list: readonly T[], count: number): T[];
}

/**
 * @param seed any text; every other text gives other numbers
 * @see Wellons 2018, "Prospecting for hash functions", for the mixing constants
 */
export function seeded(seed: string): Seeded {
  let state = 0x811c9dc5;
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const whole = (least: number, most: number): number => least + (next() % (most - least + 1));
  return {
    whole,
    chance: (percent) => whole(0, 99) < percent,
    pick: (list) => list[whole(0, list.length - 1)],
    sample: (list, count) => {
      const rest = [...list];
      const size = Math.min(count, rest.length);
      for (let i = 0; i < size; i++) {
        const j = whole(i, rest.length - 1);
        [rest[i], rest[j]] = [rest[j], rest[i]];
      }
      return rest.slice(0, size);
    },
  };
}
