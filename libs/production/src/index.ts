/**
 * The life of orders and operations: what may happen, what follows from it, and why something is refused. Every decision is a
 * function of facts; refusals are values with a code of the catalogue. Quantities are decimal text, instants epoch ms.
 */
export { groupBy } from './group';
export { Exact, decimalText, notBelowZero, sum, type Amount } from './quantity';
export { lifeCycleFaults, mayBecome, mayStep, type LifeCycle, type Step } from './life-cycle';
export {
  operationLife,
  orderLineLife,
  productionLifeFaults,
  workOrderLife,
  type OperationVerb,
  type OrderLineVerb,
  type WorkOrderVerb,
} from './lives';
export type { ProductData, ProductItem } from './product';
export { bomCycle, checkBom, componentNeeds, type Boms, type ComponentNeed } from './bom';
export { checkRouting } from './routing';
export { checkRoutingPlaces, type RoutingPlaces } from './routing-place';
export { LOTS_MAX, lotsFor, replenishLots, type StockPosition } from './lot-size';
export {
  RELEASE_MAX,
  operationId,
  releaseWorkOrders,
  type Demand,
  type MaterialNeed,
  type OperationDraft,
  type Release,
  type WorkOrderDraft,
} from './release';
export * from './report-facts';
export { reportLimit } from './report-rules';
export { checkRepeat, decideReport } from './report';
export { decideReversal, type KeptReport, type ReversalOutcome } from './reversal';
export { missingFor, settleWorkOrder, type Awaited, type Settlement, type WorkOrderFacts } from './settle';
export { decideCancellation, shortfallOf, type Cancellation, type Shortfall } from './work-order';
export { breachReason, decideHold, decideRelease, limitBreaches, type LimitBreach } from './hold';
export { predictEnd, remainingRunSec } from './progress';
export {
  lineRisk,
  lineStatus,
  lineUrgency,
  netAgainstStock,
  promiseOf,
  type Netting,
  type OrderLineFacts,
} from './order-line';
export {
  decideLineCancel,
  decideLineChange,
  decideShipment,
  lineGap,
  type GivenUp,
  type LineChange,
  type LineWorkOrder,
} from './line-change';
export { freeOutput, servePegs, trimPegs, type Peg, type PegService } from './peg';
export { runsOf, type Run, type TimedHold, type TimedReport } from './run';
export { andonLife, decideAndonStep, escalationOf, type AndonFacts, type AndonVerb } from './andon-call';
