import { Injectable } from '@nestjs/common';
import { Exact } from '@takt/production';
import type { Tx } from '../../platform/database';
import { FinishedPieces } from './finished-pieces';
import { OperationChanges } from './operation-changes';
import { OperationRepository, type OperationState } from './operation.repository';
import { RunRepository } from './run.repository';
import { Settlement } from './settlement';
import { ReportLedger, type RecordedReport } from './report-ledger';

/** What follows from a report: times, stock, who gets the pieces, what comes next, who is told. */
@Injectable()
export class ReportEffects {
  constructor(
    private readonly operations: OperationRepository,
    private readonly ledger: ReportLedger,
    private readonly runs: RunRepository,
    private readonly pieces: FinishedPieces,
    private readonly settlement: Settlement,
    private readonly changes: OperationChanges,
  ) {}

  /** Carries all of it out. Announces `report.recorded` and `operation.changed`. */
  async follow(tx: Tx, recorded: RecordedReport): Promise<void> {
    const { workOrder, before, operation, report } = recorded;
    await this.runs.derive(tx, operation.id, workOrder.id);
    const siblings = await this.operations.of(tx, [workOrder.id]);
    const last = siblings.at(-1)?.no === operation.no;
    await this.ledger.book(tx, recorded, { first: siblings[0]?.no === operation.no, last });
    if (last && new Exact(report.good).greaterThan(0)) await this.pieces.made(tx, workOrder, report.good);
    await this.announce(tx, recorded, last);
    const fields = changedFields(before, operation);
    await this.changes.announce(tx, operation, fields, before.station);
    const { id, at, recordedBy: by } = report;
    await this.settlement.settle(tx, workOrder.id, { report: id, at, by });
  }

  private async announce(tx: Tx, { operation, report }: RecordedReport, last: boolean): Promise<void> {
    const { id, workOrder, station, type, good, scrap, rework, scrapReason, workers, at, flags } = report;
    tx.announce('report.recorded', {
      ...{ report: id, workOrder, station, type, good, scrap, rework, scrapReason, last },
      operation: operation.id,
      line: (await this.changes.lineOf(tx, station)) ?? '',
      status: operation.status,
      workers: [...workers],
      at: new Date(at).toISOString(),
      flags: [...flags],
    });
  }
}

const TOLD = ['status', 'station', 'qtyGood', 'qtyScrap', 'qtyRework', 'workers'] as const;

function changedFields(before: OperationState, after: OperationState): string[] {
  return TOLD.filter((field) => String(before[field]) !== String(after[field]));
}
