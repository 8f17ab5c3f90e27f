/**
 * The figures: definitions as data, pure functions from summed inputs to values, golden examples; and the roll-up rules that turn facts
 * into those inputs, hour by hour. Numerators and denominators are summed, percentages never averaged; an empty denominator
 * is n/a. Definitions follow ISO 22400-2 as transcribed in public sources.
 */
export { INPUTS, addSums, input, negated, type InputName, type Sums } from './input';
export {
  contributionTo,
  type Counted,
  type Evaluation,
  type Golden,
  type Kpi,
  type KpiFacts,
  type KpiNote,
} from './kpi';
export {
  AMBER_SHARE,
  KPIS,
  completenessOf,
  kpiById,
  lightOf,
  provenanceOf,
  type Light,
  type Sources,
} from './catalog';
export {
  EXACT_MAX,
  SKETCH_ERROR,
  distributionOf,
  histogramOf,
  mergeDistributions,
  percentile,
  type Distribution,
  type HistogramBin,
} from './distribution';
export { checkTarget } from './target';
export { ENOUGH, isAnnual, remarksOf, standingOf, type Remark, type Standing } from './remark';
export { LITTLE_TOLERANCE, littleCheck, type LittleCheck } from './little';
export { ANNUALISE_DAYS, NOT_ANNUALISED, STOCK_BELOW_ZERO } from './definitions/stock-stage';
export { atInstant, bucketSums, overTime, type Contribution } from './roll-up/contribution';
export { stationTime, type StateContribution, type StateFact } from './roll-up/station-time';
export { outputSums, pieces, producedSums, type PiecesFact } from './roll-up/pieces';
export {
  NO_STOCK,
  stageOf,
  stockAreas,
  stockBucket,
  stockFlow,
  type MovementFact,
  type StockBucket,
  type StockLevels,
} from './roll-up/stock';
export { lineDelivery, orderDelivery, type DeliveryFact, type DeliveryOutcome } from './roll-up/delivery';
export {
  attended,
  creditOf,
  mostAtOnce,
  onOrders,
  shareWork,
  workedMs,
  type WorkShare,
  type WorkSpan,
} from './roll-up/labour';
export { workSpans, type WorkReport } from './roll-up/work-span';
export { inProgress, type ProgressFact } from './roll-up/in-progress';
export { planKept, planMoved, type ActualEntry, type BaselineEntry, type PlannedStart } from './roll-up/plan';
export { stopLosses, type StopLoss } from './stop-losses';
