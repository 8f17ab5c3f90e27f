/**
 * The life of orders and operations: what may happen, what follows from it, and why something is refused. Every decision is a
 * function of facts; refusals are values with a code of the catalogue. Quantities are decimal text, instants epoch ms.
 */
export { arrivedItems } from './arrival';
export { groupBy } from './group';
export { codeOf, drawnCode, gs1Of, zplLabel, type DrawnCode, type Label } from './label';
export {
  balances,
  countDifference,
  handoverNo,
  isEarlyHandover,
  type HandingOver,
  type ShiftPieces,
} from './handover';
export { decideCheck, summaryOf, type CheckOutcome, type MeasuredValue, type ValueSummary } from './check';
export { captureAt, plainSteps } from './instruction';
export { mediaTypeOf } from './media-type';
export { MILLION, millionths } from './millionths';
export { Exact, checkWhole, decimalText, mostMeant, notBelowZero, sum, type Amount } from './quantity';
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
export { bomCycle, bomCycles, checkBom, componentNeeds, type Boms, type ComponentNeed } from './bom';
export { checkBomPlaces, checkRouting } from './routing';
export { checkRoutingPlaces, type RoutingPlaces } from './routing-place';
export { LOTS_MAX, lotsFor, releasedLots, replenishLots, type StockPosition } from './lot-size';
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
export { stationOf } from './report-rules';
export { checkRepeat, decideReport } from './report';
export { lastReading, type ReadReport } from './last-reading';
export { REPEAT_MS, checkRepeated, isAtHand, type Told } from './report-doubt';
export { checkReading } from './reading';
export { bookedAt } from './booked-at';
export { checkOrderDates, type OrderDate } from './order-date';
export { checkOrderable } from './orderable';
export { decideReversal, type KeptReport, type ReversalOutcome } from './reversal';
export { missingFor, settleWorkOrder, type Awaited, type Settlement, type WorkOrderFacts } from './settle';
export { decideCancellation, shortfallOf, type Cancellation, type Shortfall } from './work-order';
export { stationLoad, type LoadCandidate, type StationLoad } from './station-load';
export {
  breachReason,
  decideHold,
  decideRelease,
  holdWording,
  limitBreaches,
  type LimitBreach,
} from './hold';
export { predictEnd, remainingRunSec, toGo } from './progress';
export {
  commitmentOf,
  lineRisk,
  lineStanding,
  lineStatus,
  lineUrgency,
  netAgainstStock,
  promiseOf,
  riskAt,
  type LineStanding,
  type Netting,
  type OrderLineFacts,
} from './order-line';
export {
  cancelledLine,
  decideLineCancel,
  decideLineChange,
  decideLineDates,
  decideShipment,
  lineGap,
  shippedLine,
  type GivenUp,
  type LineChange,
  type LineDates,
  type LineWorkOrder,
} from './line-change';
export {
  freeOutput,
  neededOf,
  servePegs,
  trimPegs,
  urgencyOf,
  type Peg,
  type PegService,
  type Urgency,
} from './peg';
export { mostMore, overTarget } from './over-target';
export { runsOf, type Run, type TimedHold, type TimedReport } from './run';
export { estimateFinish, type Estimate, type Load } from './estimate';
export { checkAssignment, checkMove, checkPin, hasSkill, type SkilledWorker } from './dispatch';
export { andonLife, decideAndonStep, escalationOf, type AndonFacts, type AndonVerb } from './andon-call';
export { decideShopOrder, type ShopLine, type ShopOrderSteps, type StoredShopLine } from './shop-order';
