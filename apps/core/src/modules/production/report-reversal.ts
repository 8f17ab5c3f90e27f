import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { isRefusal, refuse, type Refusal } from '@takt/contracts';
import { decideReversal } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { OperationRepository, type OperationState } from './operation.repository';
import { checkBound, type ReportOrigin } from './report-origin';
import { ReversalEffects } from './reversal-effects';
import { ReportRepository, type KeptReportState, type ReportState } from './report.repository';
import { WorkOrderLock } from './work-order-lock';

/** Which report is taken back, by which command, and why. */
export interface ReversalCommand {
  readonly report: string;
  readonly commandId: string;
  readonly reason: string;
}

/** Takes reports back by their counter-entries. The old ones stay visible; times, stock and figures are restated. */
@Injectable()
export class ReportReversal {
  constructor(
    private readonly reports: ReportRepository,
    private readonly operations: OperationRepository,
    private readonly locks: WorkOrderLock,
    private readonly effects: ReversalEffects,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Takes a report back within a transaction; a repeated command gives the counter-entry that is kept.
   * @returns `thing.unknown` · `operation.illegal-step` · `report.conflict` · `report.used` · `auth.forbidden`, or the counter-entry
   */
  async reverse(tx: Tx, command: ReversalCommand, origin: ReportOrigin): Promise<KeptReportState | Refusal> {
    const seen = await this.reports.find(tx, command.report);
    if (!seen) return refuse('thing.unknown', { kind: 'report', id: command.report });
    const forbidden = checkBound(origin, seen.station);
    if (forbidden) return forbidden;
    const workOrder = await this.locks.take(tx, seen.workOrder);
    const repeat = await this.reports.byCommand(tx, command.commandId);
    if (repeat)
      return repeat.reverses === command.report
        ? repeat
        : refuse('report.conflict', { commandId: command.commandId });
    const report = (await this.reports.find(tx, command.report)) ?? seen;
    const operation = await this.operations.find(tx, report.operation);
    if (!operation) return refuse('thing.unknown', { kind: 'operation', id: report.operation });
    const standing = await this.reports.standing(tx, operation.id);
    const next = (await this.operations.of(tx, [operation.workOrder])).find(({ no }) => no > operation.no);
    const outcome = decideReversal(operation, report, standing.length - 1, next);
    if (isRefusal(outcome)) return outcome;
    const counter = await this.keep(tx, report, { command, origin });
    const after: OperationState = { ...operation, ...outcome.operation };
    const saved = await this.operations.save(tx, after);
    const follow = { workOrder, before: operation, operation: saved, report, counter };
    return (await this.effects.follow(tx, follow)) ?? { ...counter, reversedBy: null };
  }

  private async keep(
    tx: Tx,
    report: KeptReportState,
    { command, origin }: { command: ReversalCommand; origin: ReportOrigin },
  ): Promise<ReportState> {
    const { reversedBy: _, ...facts } = report;
    const counter: ReportState = {
      ...facts,
      id: uuid(),
      commandId: command.commandId,
      recordedAt: this.clock.now(),
      source: origin.source,
      recordedBy: origin.by,
      flags: [],
      reverses: report.id,
      note: command.reason,
    };
    await this.reports.add(tx, counter);
    return counter;
  }
}
