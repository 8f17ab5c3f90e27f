import { Exact, type Amount } from '@takt/production';

/**
 * What figures are made of: sums over facts, each with its unit and what it counts. Roll-up tables store these and nothing else;
 * every one may be added over time, stations, items, people.
 */
export const INPUTS = {
  plannedBusySec: 's: planned busy time (PBT) in which the state was known',
  unknownSec: 's: planned busy time in which the station was silent',
  productionSec: 's: actual production time (APT): running within planned busy time',
  setupSec: 's: set-up within planned busy time',
  downSec: 's: unplanned stops and faults within planned busy time',
  idleSec: 's: idle within planned busy time',
  faultSec: 's: faults, whenever they were',
  failures: 'count: faults that began',
  runSec: 's: running, whenever it was',
  producedQty: 'unit: produced quantity (PQ) = good + scrap + rework, of normal orders',
  goodQty: 'unit: good the first time (GQ)',
  scrapQty: 'unit: scrap (SQ)',
  reworkQty: 'unit: to be reworked (RQ)',
  plannedRunSec: 's: Σ planned run time per unit · produced (PRU·PQ)',
  goodRunSec: 's: Σ planned run time per unit · good (PRU·GQ)',
  outputQty: 'unit: good output of last operations, reworked pieces included',
  outputValue: 'money: good output at its standard value',
  earnedSec: 's: Σ standard labour time per unit · good output',
  attendedSec: 's: attended time, overlaps united',
  personShifts: 'count: attended time in shifts of one person',
  onOrderSec: 's: time on orders within attended time, overlaps united',
  cogsValue: 'money: value of what was shipped, less returns',
  rawUsedValue: 'money: value of bought material that was consumed',
  wipUsedValue: 'money: value of finished items that were completed',
  shippedQty: 'unit: shipped, less returns',
  stockAreaRaw: 'money·s: value of bought material over time',
  stockAreaWip: 'money·s: value of work in progress and half-made parts over time',
  stockAreaFinished: 'money·s: value of finished items over time',
  stockAreaQty: 'unit·s: finished items over time',
  linesDueRequested: 'count: order lines whose requested date came due',
  linesOnTimeRequested: 'count: of them shipped by then',
  linesInFullRequested: 'count: of them shipped by then in full',
  linesDueCommitted: 'count: order lines whose first promise came due',
  linesOnTimeCommitted: 'count: of them shipped by then',
  linesInFullCommitted: 'count: of them shipped by then in full',
  linesDueLatest: 'count: order lines whose latest promise came due',
  linesOnTimeLatest: 'count: of them shipped by then',
  linesInFullLatest: 'count: of them shipped by then in full',
  ordersDueRequested: 'count: orders whose last requested date came due',
  ordersOnTimeRequested: 'count: of them with every line on time',
  ordersInFullRequested: 'count: of them with every line on time and in full',
  ordersDueCommitted: 'count: orders whose last first promise came due',
  ordersOnTimeCommitted: 'count: of them with every line on time',
  ordersInFullCommitted: 'count: of them with every line on time and in full',
  ordersDueLatest: 'count: orders whose last latest promise came due',
  ordersOnTimeLatest: 'count: of them with every line on time',
  ordersInFullLatest: 'count: of them with every line on time and in full',
  plannedStarts: 'count: starts planned in the baseline frozen at shift start',
  startsOnPlan: 'count: of them within tolerance',
  plannedEnds: 'count: completions planned in that baseline',
  endsOnPlan: 'count: of them within tolerance',
  plannedQty: 'unit: quantity planned in that baseline',
  attainedQty: 'unit: Σ min(actual, planned)',
  comparedOps: 'count: operations in two plans that follow each other',
  shiftedWeightedSec: 's: Σ weight · |start moved|',
  stationChangedOps: 'count: of them on another station',
  frozenOps: 'count: of them inside the frozen zone',
  frozenMovedOps: 'count: of those moved',
  wipOrderSec: 'order·s: work orders in progress over time',
  wipHourSec: 'h·s: standard hours in progress over time',
  wipValueSec: 'money·s: value in progress over time',
  noticesDue: 'count: notices that had to be acknowledged and were, or whose time is over',
  noticesInTime: 'count: of them acknowledged in time',
} as const;

/** Name of an input. */
export type InputName = keyof typeof INPUTS;

/** Sums by input; what is absent is 0. Values may be decimal text, numbers or exact decimals. */
export type Sums = Readonly<Partial<Record<InputName, Amount>>>;

/** One input of some sums, exact; 0 when absent. */
export function input(sums: Sums, name: InputName): Exact {
  return new Exact(sums[name] ?? 0);
}

/** Sums of sums: input by input, exact, so that neither order nor grouping matters. */
export function addSums(all: readonly Sums[]): Sums {
  const total: Partial<Record<InputName, Exact>> = {};
  for (const sums of all)
    for (const [name, amount] of Object.entries(sums) as [InputName, Amount][])
      total[name] = (total[name] ?? new Exact(0)).plus(amount);
  return total;
}

/** The sums that take others back: adding both leaves 0. */
export function negated(sums: Sums): Sums {
  const entries = Object.entries(sums) as [InputName, Amount][];
  return Object.fromEntries(entries.map(([name, amount]) => [name, new Exact(amount).negated()]));
}
