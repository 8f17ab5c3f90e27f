/** How much happens in the year of the bench. */
export interface YearSize {
  /** messages of machines */
  readonly events: number;
  readonly orderLines: number;
  readonly movements: number;
  readonly seed: number;
}

/** Begin and end of the year at the plant of the bench, in Asia/Shanghai. */
export const YEAR = {
  from: Date.parse('2025-01-01T00:00:00+08:00'),
  to: Date.parse('2026-01-01T00:00:00+08:00'),
} as const;
/** The plant of the bench: stations in pairs, the first and the second step of what they make. */
export const SHOP = {
  lines: 5,
  stations: 20,
  finished: 120,
  raw: 80,
  classes: 10,
  customers: 50,
  workers: 40,
} as const;

/** Random numbers of a seed, from 0 to below 1. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The `i`th id of a kind of thing. */
export const uuidOf = (kind: number, i: number): string =>
  `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${i.toString(16).padStart(12, '0')}`;
/** An instant in epoch ms as text. */
export const iso = (at: number): string => new Date(at).toISOString();
/** The id of a station. */
export const stationOf = (s: number): string => `s-${s}`;
/** The line that a station belongs to. */
export const lineOf = (s: number): string => `l-${Math.floor(s / (SHOP.stations / SHOP.lines))}`;
