import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { isRefusal, refuse, type NewReport, type Refusal } from '@takt/contracts';
import { checkRepeat, decideReport, remainingRunSec, stationOf, type ReportOutcome } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { OperationRepository, type OperationState } from './operation.repository';
import { ReportContextReader } from './report-context';
import { raiseDoubts, type Doubt } from './report-doubts';
import { ReportEffects } from './report-effects';
import { checkBound, factsOf, type ReportOrigin, type SentReport } from './report-origin';
import { ReportRepository, type KeptReportState, type ReportState } from './report.repository';
import { WorkOrderLock } from './work-order-lock';

const SEC_MS = 1000;

interface Decided extends SentReport {
  readonly outcome: ReportOutcome;
  readonly doubts: readonly Doubt[];
}

/** Records reports: once per command, and with everything that follows from them, or not at all. */
@Injectable()
export class ReportRecorder {
  constructor(
    private readonly reports: ReportRepository,
    private readonly operations: OperationRepository,
    private readonly locks: WorkOrderLock,
    private readonly contexts: ReportContextReader,
    private readonly effects: ReportEffects,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Records a report within a transaction; a repeated command gives the report that is kept.
   * @returns refusals of `decideReport` · `report.lot` from who can put it right · `thing.unknown` · `reference.unknown` · `report.conflict` · `auth.forbidden`, or the report
   */
  async record(tx: Tx, sent: NewReport, origin: ReportOrigin): Promise<KeptReportState | Refusal> {
    const report = placed(sent, origin);
    const repeat = await this.repeated(tx, report);
    if (repeat) return repeat;
    const found = await this.operations.find(tx, report.operation);
    if (!found) return refuse('thing.unknown', { kind: 'operation', id: report.operation });
    const workOrder = await this.locks.take(tx, found.workOrder);
    const meanwhile = await this.repeated(tx, report);
    if (meanwhile) return meanwhile;
    const operation = (await this.operations.find(tx, report.operation)) ?? found;
    const refusal =
      checkBound(origin, stationOf(operation, factsOf(report))) ??
      (await this.contexts.unknownReference(tx, report));
    if (refusal) return refusal;
    return this.decide(tx, { workOrder, operation, report, origin });
  }

  private async decide(tx: Tx, sent: SentReport): Promise<KeptReportState | Refusal> {
    const { context, doubts } = await this.contexts.read(tx, sent);
    const outcome = decideReport(sent.operation, context, factsOf(sent.report), this.clock.now());
    if (isRefusal(outcome)) return outcome;
    const refused = doubts.find((doubt) => doubt.refused);
    return refused ? refused.why : this.keep(tx, { ...sent, outcome, doubts });
  }

  private async repeated(tx: Tx, report: NewReport): Promise<KeptReportState | Refusal | null> {
    const kept = await this.reports.byCommand(tx, report.commandId);
    if (!kept) return null;
    if (kept.reverses !== null) return refuse('report.conflict', { commandId: report.commandId });
    return checkRepeat(kept, factsOf(report)) ?? kept;
  }

  private async keep(
    tx: Tx,
    { workOrder, operation, report, origin, outcome, doubts }: Decided,
  ): Promise<KeptReportState | Refusal> {
    const named = report.workers ?? (origin.worker === null ? [] : [origin.worker]);
    const { type, at, startAt, station, good, scrap, rework, flags } = outcome;
    const state: ReportState = {
      ...{ type, at, startAt, station, good, scrap, rework, flags },
      work: startAt === null ? null : (report.work ?? 'run'),
      id: uuid(),
      commandId: report.commandId,
      operation: operation.id,
      workOrder: operation.workOrder,
      scrapReason: report.scrapReason ?? null,
      pauseReason: report.pauseReason ?? null,
      workers: named.length > 0 || type === 'start' ? named : operation.workers,
      setupSec: report.setupSec ?? null,
      reading: report.reading ?? null,
      lot: report.lot ?? null,
      recordedAt: this.clock.now(),
      source: origin.source,
      recordedBy: origin.by,
      reverses: null,
      note: report.note ?? '',
    };
    // The same command for another work order, at the same moment: whoever came first has it.
    if (!(await this.reports.add(tx, state)))
      return refuse('report.conflict', { commandId: report.commandId });
    const after = { ...operation, ...outcome.operation, workers: workersAfter(operation, state) };
    const saved = await this.operations.save(tx, {
      ...after,
      predictedEndAt: predicted(after, this.clock.now()),
    });
    await this.effects.follow(tx, { workOrder, before: operation, operation: saved, report: state });
    raiseDoubts(tx, state, doubts);
    return { ...state, reversedBy: null };
  }
}

/** A report without a station comes from the only one that its sender is bound to. */
function placed(report: NewReport, { stations }: ReportOrigin): NewReport {
  const [only, ...more] = stations ?? [];
  return report.station !== undefined || only === undefined || more.length > 0
    ? report
    : { ...report, station: only };
}

function workersAfter(operation: OperationState, report: ReportState): readonly string[] {
  if (report.type === 'start' || report.type === 'resume' || operation.workers.length === 0)
    return report.workers;
  return [...new Set([...operation.workers, ...report.workers])];
}

/** When a running operation will be done at its planned pace, around the clock; the plan knows the breaks. */
function predicted(operation: OperationState, now: number): number | null {
  if (operation.endedAt !== null) return operation.endedAt;
  if (operation.status !== 'running') return operation.predictedEndAt;
  const way = operation.ways.find(({ station }) => station === operation.station) ?? operation.ways[0];
  return now + remainingRunSec(operation, way?.runSecPerUnit ?? 0) * SEC_MS;
}
