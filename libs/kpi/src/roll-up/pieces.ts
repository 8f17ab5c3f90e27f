import type { Cell } from '@takt/calendar';
import { Exact, type Amount } from '@takt/production';
import type { Sums } from '../input';
import { atInstant, type Contribution } from './contribution';

/** Pieces that were counted or reported at an instant; negative in a reversal or correction. */
export interface PiecesFact {
  /** epoch ms */
  readonly at: number;
  readonly good: Amount;
  readonly scrap: Amount;
  readonly rework: Amount;
  /** planned run time of one unit at this station (PRU) */
  readonly runSecPerUnit: Amount;
  /** standard labour time of one unit: run time × people */
  readonly labourSecPerUnit: Amount;
  /** standard value of one good unit */
  readonly unitValue: Amount;
  /** is it the last operation of its work order? */
  readonly last: boolean;
  /** does the work order repair pieces? Then its time is loss: its pieces count as output, not as produced or good the first time */
  readonly repair: boolean;
}

function produced(fact: PiecesFact): Sums {
  const total = new Exact(fact.good).plus(fact.scrap).plus(fact.rework);
  return {
    producedQty: total,
    goodQty: fact.good,
    scrapQty: fact.scrap,
    reworkQty: fact.rework,
    plannedRunSec: total.times(fact.runSecPerUnit),
    goodRunSec: new Exact(fact.good).times(fact.runSecPerUnit),
  };
}

/** What pieces add to the hour in which they were counted. Take them from one source for each station: its machine or its people. */
export function pieces(fact: PiecesFact, cells: readonly Cell[]): Contribution[] {
  const output = fact.last
    ? { outputQty: fact.good, outputValue: new Exact(fact.good).times(fact.unitValue) }
    : {};
  const earned = { earnedSec: new Exact(fact.good).times(fact.labourSecPerUnit) };
  return atInstant(cells, fact.at, { ...(fact.repair ? {} : produced(fact)), ...output, ...earned });
}
