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

/** What pieces add to the quantities of their station; nothing when they were repaired. */
export function producedSums(fact: Omit<PiecesFact, 'labourSecPerUnit' | 'unitValue' | 'last'>): Sums {
  if (fact.repair) return {};
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

/** What pieces add to the output of the people who made them. */
export function outputSums(fact: Pick<PiecesFact, 'good' | 'labourSecPerUnit' | 'unitValue' | 'last'>): Sums {
  const earnedSec = new Exact(fact.good).times(fact.labourSecPerUnit);
  if (!fact.last) return { earnedSec };
  return { earnedSec, outputQty: fact.good, outputValue: new Exact(fact.good).times(fact.unitValue) };
}

/** What pieces add to the hour in which they were counted. Take them from one source for each station: its machine or its people. */
export function pieces(fact: PiecesFact, cells: readonly Cell[]): Contribution[] {
  return atInstant(cells, fact.at, { ...producedSums(fact), ...outputSums(fact) });
}
