import type { Cell } from '@takt/calendar';
import { Exact, type Amount } from '@takt/production';
import { overTime, secondsOf, type Contribution } from './contribution';

/** A work order from its first start to its end. */
export interface ProgressFact {
  /** epoch ms */
  readonly startAt: number;
  /** epoch ms, exclusive; an open order lasts until now */
  readonly endAt: number;
  /** standard hours of the whole order */
  readonly standardHours: Amount;
}

/** What a work order adds to work in progress, hour by hour. */
export function inProgress(fact: ProgressFact, cells: readonly Cell[]): Contribution[] {
  return overTime(cells, [fact.startAt, fact.endAt], (part) => ({
    wipOrderSec: secondsOf(part),
    wipHourSec: new Exact(fact.standardHours).times(secondsOf(part)),
  }));
}
