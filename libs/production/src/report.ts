import { isRefusal, refuse, type OperationStatus, type Refusal, type ReportFlag } from '@takt/contracts';
import { decimalText, sum } from './quantity';
import { checkReading } from './reading';
import type { OperationFacts, ReportContext, ReportFacts, ReportOutcome } from './report-facts';
import {
  checkBusy,
  checkPieces,
  checkQuantities,
  checkStation,
  checkStep,
  checkWaiting,
  isHistory,
  quantitiesOf,
  stationOf,
} from './report-rules';

interface Accepted {
  readonly status: OperationStatus;
  readonly station: string;
  readonly at: number;
  readonly startAt: number | null;
  readonly irregular: boolean;
  readonly doubts: readonly ReportFlag[];
}

/** What happens now lies between the start of the operation and now; history only before now. */
function times(
  operation: OperationFacts,
  report: ReportFacts,
  history: boolean,
  now: number,
): Pick<Accepted, 'at' | 'startAt'> {
  const earliest = history ? report.at : (operation.startedAt ?? report.at);
  const at = Math.min(now, Math.max(report.at, earliest));
  return { at, startAt: report.startAt === undefined ? null : Math.min(report.startAt, at) };
}

/** A stretch that is told later may have begun before all others. */
function startOf(before: number | null, { at, startAt }: Accepted): number {
  return startAt === null ? (before ?? at) : Math.min(before ?? startAt, startAt);
}

function changed(operation: OperationFacts, report: ReportFacts, accepted: Accepted): OperationFacts {
  const { status, at } = accepted;
  const qty = quantitiesOf(report);
  const starts = status === 'running' || status === 'paused' || status === 'done';
  return {
    ...operation,
    status,
    station: status === 'cancelled' ? operation.station : accepted.station,
    qtyGood: decimalText(qty.good.plus(operation.qtyGood)),
    qtyScrap: decimalText(qty.scrap.plus(operation.qtyScrap)),
    qtyRework: decimalText(qty.rework.plus(operation.qtyRework)),
    startedAt: starts ? startOf(operation.startedAt, accepted) : operation.startedAt,
    endedAt: report.type === 'complete' && status === 'done' ? at : operation.endedAt,
  };
}

function flagsOf(
  before: OperationFacts,
  after: OperationFacts,
  { irregular, doubts }: Accepted,
  moved: boolean,
): ReportFlag[] {
  const total = sum([after.qtyGood, after.qtyScrap, after.qtyRework]);
  const flags: [ReportFlag, boolean][] = [
    ['after-cancel', before.status === 'cancelled'],
    ['above-target', total.greaterThan(after.qtyTarget)],
    ['clock', moved],
    ['other-station', before.station !== null && after.station !== before.station],
    ['out-of-order', irregular],
  ];
  return [...flags.filter(([, raised]) => raised).map(([flag]) => flag), ...doubts];
}

function accept(operation: OperationFacts, report: ReportFacts, accepted: Accepted): ReportOutcome {
  const { good, scrap, rework } = quantitiesOf(report);
  const after = changed(operation, report, accepted);
  return {
    type: report.type,
    at: accepted.at,
    startAt: accepted.startAt,
    station: accepted.station,
    good: decimalText(good),
    scrap: decimalText(scrap),
    rework: decimalText(rework),
    operation: after,
    flags: flagsOf(operation, after, accepted, accepted.at !== report.at),
  };
}

/**
 * Decides a report: start, pause, resume, complete, or a quantity; quantities may come with every type and are added.
 * Work that was cancelled meanwhile is still counted when it was made (`after-cancel`), but no longer started.
 * History is never refused for its order, its station or what it waited for, only for quantities that cannot be, and keeps its
 * times. A stretch of work (`startAt`) needs no quantity.
 * @param operation as it is
 * @param context what surrounds it
 * @param report what is said to have happened
 * @param now epoch ms; what happened later happened now
 * @returns `operation.illegal-step` · `operation.held` · `operation.waiting` · `operation.wrong-station` ·
 * `operation.station-busy` · `quantity.fraction` · `report.nothing` · `report.too-much` · `report.scrap-reason` ·
 * `report.reading-back` · `report.reading-sum`, or the outcome
 */
export function decideReport(
  operation: OperationFacts,
  context: ReportContext,
  report: ReportFacts,
  now: number,
): ReportOutcome | Refusal {
  const history = isHistory(context.source);
  const status = checkStep(operation, report.type, history);
  if (isRefusal(status)) return status;
  const station = stationOf(operation, report);
  const order =
    checkWaiting(operation, context, report.type) ??
    checkStation(operation, report.type, station) ??
    checkBusy(context, report.type, station);
  if (order && (!history || station === null)) return order;
  const wrong =
    checkPieces(context, report) ??
    checkQuantities(operation, report, history) ??
    readingFault(report, history ? null : context.lastReading);
  if (wrong) return wrong;
  const irregular = order !== null || isSkipped(operation, report);
  return accept(operation, report, {
    status,
    station: station ?? '',
    ...times(operation, report, history, now),
    irregular,
    doubts: context.doubts ?? [],
  });
}

function readingFault(report: ReportFacts, last: number | null | undefined): Refusal | null {
  if (report.reading === undefined) return null;
  const { good, scrap, rework } = quantitiesOf(report);
  return checkReading(report.reading, [good, scrap, rework].map(decimalText), last ?? null);
}

/** History that begins without a start, or goes on after the end. */
const isSkipped = (operation: OperationFacts, report: ReportFacts): boolean =>
  operation.status === 'done' || (['waiting', 'ready'].includes(operation.status) && report.type !== 'start');

/**
 * Compares a report with the one kept under the same command: a repeated delivery is the same report and changes nothing.
 * @returns `report.conflict` {commandId} when the contents differ, else null
 */
export function checkRepeat(
  kept: Pick<ReportOutcome, 'type' | 'good' | 'scrap' | 'rework'> & { readonly operation: string },
  again: ReportFacts & { readonly operation: string },
): Refusal | null {
  const qty = quantitiesOf(again);
  const same =
    kept.operation === again.operation &&
    kept.type === again.type &&
    qty.good.equals(kept.good) &&
    qty.scrap.equals(kept.scrap) &&
    qty.rework.equals(kept.rework);
  return same ? null : refuse('report.conflict', { commandId: again.commandId });
}
