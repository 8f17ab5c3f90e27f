/**
 * The stock ledger: movements as pure decisions, stock and value as sums over them, lots that leave first expired first, costing,
 * restatement after late movements, and genealogy. Quantities and values are decimal text (drafts) or exact decimals (sums),
 * instants epoch ms. Nothing is ever changed: corrections are new lines.
 */
export {
  EMPTY,
  balanceOf,
  entriesAsOf,
  homePlace,
  inOrder,
  stockAt,
  type AsOf,
  type Balance,
  type Cause,
  type LedgerEntry,
  type MovementDraft,
  type StockKey,
  type StockLine,
} from './ledger';
export { unitCost, type Costing, type LedgerItem } from './costing';
export {
  allocate,
  allocateStrictly,
  daysLeft,
  expiredLots,
  expiryOf,
  firstExpiredFirst,
  type Allocation,
  type LotStock,
  type Shortage,
  type TakeRule,
  type Taken,
} from './lot';
export {
  adjust,
  open,
  receive,
  revalue,
  reverse,
  ship,
  takeOut,
  transfer,
  type Occasion,
  type Valued,
} from './stock-movement';
export {
  bookReport,
  closeWork,
  consume,
  consumptionOf,
  type Booking,
  type Component,
  type InProgress,
  type ReportedPieces,
} from './work-in-progress';
export { releaseReserved, reserve, reservedByOthers, type Reservation } from './reservation';
export { freeOf, loosen, stockFor, useKept, type Keeping, type Remainder } from './keeping';
export { restateMovingAverage } from './moving-average';
export { areaOver, averageOver, type Area, type Change } from './time-weighted';
export { checkDifference, checkFound, checkPlace, checkWithoutLot } from './difference';
export {
  checkArriving,
  checkPaid,
  checkReceived,
  type ArrivingLot,
  type KnownReceipts,
} from './receipt-check';
export { checkThen, lotsThen, lowestSince, type PlacedChange, type StockSince } from './past-stock';
export { checkStillThere, takenAway, type TakenAway, type UsedSince } from './taken-away';
export { checkClaimedLot, type LotClaim } from './claimed-lot';
export { checkIssue, type IssueAsked, type IssueContext } from './issue';
export { decideReturn, type ReturnAsked } from './customer-return';
export { genealogy, recallList, trace, type TraceLink, type TraceNode, type TraceStep } from './genealogy';
