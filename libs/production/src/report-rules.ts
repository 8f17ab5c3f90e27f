import {
  QTY_MAX,
  refuse,
  type OperationStatus,
  type Provenance,
  type Refusal,
  type ReportType,
} from '@takt/contracts';
import { mayStep } from './life-cycle';
import { operationLife } from './lives';
import { checkWhole, decimalText, Exact, mostMeant, sum } from './quantity';
import type { OperationFacts, ReportContext, ReportFacts } from './report-facts';

/** Is it a record of what happened earlier, rather than of what happens now? */
export const isHistory = (source: Provenance): boolean => source === 'import' || source === 'back-fill';

/** What a report adds. */
export interface Quantities {
  readonly good: Exact;
  readonly scrap: Exact;
  readonly rework: Exact;
  readonly total: Exact;
}

/** The quantities of a report; absent ones are 0. */
export function quantitiesOf(report: ReportFacts): Quantities {
  const [good, scrap, rework] = [report.good, report.scrap, report.rework].map((qty) => new Exact(qty ?? 0));
  return { good, scrap, rework, total: good.plus(scrap).plus(rework) };
}

/** @returns `quantity.fraction` or null; history is no better than what happens now: there never was half a piece */
export function checkPieces({ item }: ReportContext, report: ReportFacts): Refusal | null {
  const { good, scrap, rework } = quantitiesOf(report);
  const split = [good, scrap, rework].map((qty) => checkWhole(item, qty));
  return split.find((refusal) => refusal !== null) ?? null;
}

/** @returns `report.nothing` · `report.too-much` · `report.scrap-reason`, or null; history may lack a reason and exceed its target */
export function checkQuantities(
  operation: OperationFacts,
  report: ReportFacts,
  history: boolean,
): Refusal | null {
  const qty = quantitiesOf(report);
  const before = sum([operation.qtyGood, operation.qtyScrap, operation.qtyRework]);
  const stretch = report.startAt !== undefined;
  const nothing =
    (report.type === 'quantity' && !stretch) || (report.type === 'complete' && before.isZero() && !history);
  if (nothing && qty.total.isZero()) return refuse('report.nothing', { operation: operation.id });
  const limit = history ? decimalText(QTY_MAX) : mostMeant(operation.qtyTarget);
  if (before.plus(qty.total).greaterThan(limit) && !qty.total.isZero())
    return refuse('report.too-much', {
      qty: decimalText(before.plus(qty.total)),
      target: operation.qtyTarget,
      operation: operation.id,
      limit,
    });
  if (qty.scrap.greaterThan(0) && !report.scrapReason && !history)
    return refuse('report.scrap-reason', { scrap: decimalText(qty.scrap), operation: operation.id });
  return null;
}

const begins = (type: ReportType): boolean => type === 'start' || type === 'resume';

/** The station of a report: as reported, else where the operation is, else the only one it can be on; null: nobody knows. */
export function stationOf(operation: OperationFacts, report: ReportFacts): string | null {
  const only = operation.eligible.length === 1 ? operation.eligible[0] : null;
  return report.station ?? operation.station ?? only;
}

/** @returns `operation.wrong-station` or null; work that has begun stays where it is until it is resumed elsewhere */
export function checkStation(
  operation: OperationFacts,
  type: ReportType,
  station: string | null,
): Refusal | null {
  const bound = operation.startedAt !== null && !begins(type) && operation.station !== null;
  const allowed = bound ? [operation.station] : operation.eligible;
  if (station !== null && allowed.includes(station)) return null;
  const planned = operation.station ?? operation.eligible.join(', ');
  return refuse('operation.wrong-station', { operation: operation.id, station: station ?? '—', planned });
}

/** Where history leads that begins without a start. */
const LATE_ENTRY = {
  start: 'running',
  resume: 'running',
  quantity: 'running',
  pause: 'paused',
  complete: 'done',
} as const satisfies Record<ReportType, OperationStatus>;

/** @returns the status after the step, or `operation.held` · `operation.illegal-step` */
export function checkStep(
  operation: OperationFacts,
  type: ReportType,
  history: boolean,
): Refusal | OperationStatus {
  const { id, status } = operation;
  if (status === 'held' && type !== 'quantity')
    return refuse('operation.held', { operation: id, reason: operation.holdReason ?? '—' });
  if (history && (status === 'waiting' || status === 'ready')) return LATE_ENTRY[type];
  if (history && status === 'done' && type === 'quantity') return 'done';
  if (status === 'waiting' && type === 'start') return 'running'; // what it waits for is checked by its name
  if (!mayStep(operationLife, status, type))
    return refuse('operation.illegal-step', { operation: id, status, step: type });
  return operationLife.steps.find((row) => row.step === type && row.from.includes(status))?.to[0] ?? status;
}

/** @returns `operation.waiting` or null */
export function checkWaiting(
  operation: OperationFacts,
  context: ReportContext,
  type: ReportType,
): Refusal | null {
  if (type === 'start' && context.missing.length > 0)
    return refuse('operation.waiting', { operation: operation.id, missing: context.missing.join(', ') });
  if (type === 'complete' && context.previousOpen !== null && operation.status !== 'cancelled')
    return refuse('operation.waiting', { operation: operation.id, missing: context.previousOpen });
  return null;
}

/** @returns `operation.station-busy` or null */
export function checkBusy(context: ReportContext, type: ReportType, station: string | null): Refusal | null {
  return begins(type) && context.stationBusyWith !== null
    ? refuse('operation.station-busy', { station, other: context.stationBusyWith })
    : null;
}
