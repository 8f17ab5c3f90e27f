/** The windows that a reader chooses among. */
export const PERIODS = ['today', 'yesterday', '7d', '30d', '90d', '365d'] as const;
/** One of {@link PERIODS}. */
export type Period = (typeof PERIODS)[number];

/** A window of a figure, ISO 8601, end not included. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

const days: Readonly<Record<Period, readonly [first: number, next: number]>> = {
  today: [0, 1],
  yesterday: [-1, 0],
  '7d': [-6, 1],
  '30d': [-29, 1],
  '90d': [-89, 1],
  '365d': [-364, 1],
};

/**
 * The window of a period in whole days of the plant; the day that runs counts.
 * @param period which
 * @param midnight begin of the day so many days from today in the plant, epoch ms
 */
export function windowOf(period: Period, midnight: (plusDays: number) => number): Window {
  const [first, next] = days[period];
  const iso = (plusDays: number) => new Date(midnight(plusDays)).toISOString();
  return { from: iso(first), to: iso(next) };
}

/** The window as long before a window. */
export function windowBefore({ from, to }: Window): Window {
  const length = Date.parse(to) - Date.parse(from);
  return { from: new Date(Date.parse(from) - length).toISOString(), to: from };
}

const DAY = 86_400_000;

/** A step of the time axis of a trend. */
export type Step = 'hour' | 'day' | 'month';

/**
 * The step of a trend: hours up to two days, days up to a quarter, months beyond.
 * @param window the window
 * @param dimensions by which the figure can be broken down
 */
export function stepOf({ from, to }: Window, dimensions: readonly string[]): Step | undefined {
  const length = Date.parse(to) - Date.parse(from);
  const wanted = length <= 2.2 * DAY ? 'hour' : length <= 100 * DAY ? 'day' : 'month';
  if (dimensions.includes(wanted)) return wanted;
  return dimensions.includes('day') ? 'day' : undefined;
}
