import type { InputName } from '@takt/kpi';
import { Exact, type Amount } from '@takt/production';
import { epochSec } from './row-book';

/**
 * What stands for a while (stock, work in progress) is stored as its changes and their moments, Σ change · instant. Both may be summed
 * over anything, a late change restates its own bucket only, and the area under the level over a window follows:
 * opening · length + Σ change · end − Σ moment.
 */
export const LEVELS = {
  stockAreaRaw: 'raw',
  stockAreaWip: 'wip',
  stockAreaFinished: 'finished',
  stockAreaQty: 'qty',
  wipValueSec: 'wip',
  wipOrderSec: 'orders',
  wipHourSec: 'workSec',
} as const satisfies Partial<Record<InputName, string>>;

/** Work in progress is kept in seconds, which are exact, and told in hours. */
const SEC_PER_HOUR = 3600;

/** Name of a level. */
export type LevelName = (typeof LEVELS)[keyof typeof LEVELS];

/** Inputs that are areas under levels. */
export const AREAS = Object.entries(LEVELS) as readonly [keyof typeof LEVELS, LevelName][];

/** Name under which the change of a level is stored, and its moment in s · amount. */
export const changeName = (level: LevelName): string => `${level}Change`;
/** Name under which the moment of a level is stored. */
export const momentName = (level: LevelName): string => `${level}Moment`;

/** Names under which levels are stored. */
export const LEVEL_NAMES: ReadonlySet<string> = new Set(
  AREAS.flatMap(([, level]) => [changeName(level), momentName(level)]),
);

/** Names under which an input is stored: an area as the changes of its level. */
export function storedNames(name: InputName): string[] {
  const level = (LEVELS as Partial<Record<InputName, LevelName>>)[name];
  return level === undefined ? [name] : [changeName(level), momentName(level)];
}

/** A change of a level at an instant, as it is stored. */
export function levelChange(level: LevelName, amount: Amount, at: number): Record<string, Amount> {
  return { [changeName(level)]: amount, [momentName(level)]: new Exact(amount).times(epochSec(at)) };
}

/** Sums of a window with what was there before it. */
export interface LevelSums {
  readonly opening: Readonly<Record<string, Amount>>;
  readonly inside: Readonly<Record<string, Amount>>;
  /** epoch ms */
  readonly window: readonly [number, number];
}

/** The areas under the levels over a window, by input. */
export function areasOf({ opening, inside, window: [from, to] }: LevelSums): Record<string, Exact> {
  const length = epochSec(to).minus(epochSec(from));
  return Object.fromEntries(
    AREAS.map(([area, level]) => {
      const change = new Exact(inside[changeName(level)] ?? 0);
      const moved = change.times(epochSec(to)).minus(inside[momentName(level)] ?? 0);
      const under = new Exact(opening[changeName(level)] ?? 0).times(length).plus(moved);
      return [area, level === 'workSec' ? under.div(SEC_PER_HOUR) : under];
    }),
  );
}
