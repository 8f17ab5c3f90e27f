import { Injectable } from '@nestjs/common';
import { Exact } from '@takt/production';
import type { Tx } from '../../platform/database';
import { LedgerPort } from './ports';
import type { OperationState } from './operation.repository';
import type { ReportState } from './report.repository';
import { WorkOrderRepository, type WorkOrderState } from './work-order.repository';

/** A report that has just been kept, with what it was about. */
export interface RecordedReport {
  readonly workOrder: WorkOrderState;
  readonly before: OperationState;
  readonly operation: OperationState;
  readonly report: ReportState;
}

/** Books reports into the stock ledger. */
@Injectable()
export class ReportLedger {
  constructor(
    private readonly workOrders: WorkOrderRepository,
    private readonly ledger: LedgerPort,
  ) {}

  /** Books one report. Reports without pieces move nothing. */
  async book(
    tx: Tx,
    { workOrder, operation, report }: RecordedReport,
    { first, last }: { readonly first: boolean; readonly last: boolean },
  ): Promise<void> {
    const { id, good, scrap, rework, at, lot, recordedBy: by, workers } = report;
    if ([good, scrap, rework].every((qty) => new Exact(qty).isZero())) return;
    const materials = await this.workOrders.materials(tx, workOrder.id);
    await this.ledger.book(tx, {
      ...{ workOrder, materials, good, scrap, rework, first, last, at, lot, by },
      report: id,
      operation: operation.id,
      no: operation.no,
      worker: workers[0] ?? null,
    });
  }
}
