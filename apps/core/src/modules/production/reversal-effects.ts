import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '@takt/contracts';
import { decimalText, Exact } from '@takt/production';
import type { Tx } from '../../platform/database';
import { FinishedPieces } from './finished-pieces';
import { OperationChanges } from './operation-changes';
import { OperationRepository, type OperationState } from './operation.repository';
import { LedgerPort } from './ports';
import type { KeptReportState, ReportState } from './report.repository';
import { RunRepository } from './run.repository';
import { Settlement } from './settlement';
import type { WorkOrderState } from './work-order.repository';

/** A report that has just been taken back. */
export interface ReversedReport {
  readonly workOrder: WorkOrderState;
  readonly before: OperationState;
  readonly operation: OperationState;
  readonly report: KeptReportState;
  readonly counter: ReportState;
}

/** What follows when a report is taken back: the same as from the report, the other way round. */
@Injectable()
export class ReversalEffects {
  constructor(
    private readonly operations: OperationRepository,
    private readonly runs: RunRepository,
    private readonly ledger: LedgerPort,
    private readonly pieces: FinishedPieces,
    private readonly settlement: Settlement,
    private readonly changes: OperationChanges,
  ) {}

  /**
   * Carries all of it out. Announces `report.reversed` and `operation.changed`.
   * @returns `report.used`: its pieces have left the stock; the transaction is to be given up
   */
  async follow(
    tx: Tx,
    { workOrder, before, operation, report, counter }: ReversedReport,
  ): Promise<Refusal | null> {
    await this.runs.derive(tx, operation.id, workOrder.id);
    const siblings = await this.operations.of(tx, [workOrder.id]);
    const finished = siblings.at(-1)?.no === operation.no && new Exact(report.good).greaterThan(0);
    if (finished) await this.pieces.unmade(tx, workOrder, report.good);
    await this.ledger.unbook(tx, report.id, { by: counter.recordedBy, note: counter.note });
    if (finished) {
      const inStock = new Exact(await this.ledger.finished(tx, workOrder));
      const { id, qtyGood: left } = operation;
      const used = decimalText(new Exact(left).minus(inStock));
      if (inStock.lessThan(0)) return refuse('report.used', { operation: id, used, left });
    }
    tx.announce('report.reversed', {
      report: counter.id,
      reverses: report.id,
      operation: operation.id,
      workOrder: workOrder.id,
      station: report.station,
      line: (await this.changes.lineOf(tx, report.station)) ?? '',
      at: new Date(report.at).toISOString(),
    });
    await this.changes.announce(
      tx,
      operation,
      ['status', 'qtyGood', 'qtyScrap', 'qtyRework'],
      before.station,
    );
    await this.settlement.settle(tx, workOrder.id, {
      report: counter.id,
      at: report.at,
      by: counter.recordedBy,
    });
    return null;
  }
}
