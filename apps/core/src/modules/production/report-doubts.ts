import { Inject, Injectable } from '@nestjs/common';
import type { Refusal, ReportFlag } from '@takt/contracts';
import { REPEAT_MS, checkRepeated, decimalText, isAtHand, stationOf } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { OperationRepository } from './operation.repository';
import { LedgerPort } from './ports';
import { factsOf, type SentReport } from './report-origin';
import { ReportRepository, type ReportState } from './report.repository';
import { WorkOrderRepository } from './work-order.repository';

/** Something about a report that cannot be, or may not. */
export interface Doubt {
  readonly flag: ReportFlag;
  /** what is said about it */
  readonly why: Refusal;
  /** the report is refused, because whoever sent it can put it right */
  readonly refused: boolean;
}

/** Tells of a report that was kept all the same. Announces `report.doubted`. */
export function raiseDoubts(tx: Tx, { id, station, at }: ReportState, doubts: readonly Doubt[]): void {
  for (const { why } of doubts)
    tx.announce('report.doubted', {
      ...{ report: id, station, code: why.code, facts: { ...why.facts } },
      at: new Date(at).toISOString(),
    });
}

/** Looks for what cannot be in a report. */
@Injectable()
export class ReportDoubts {
  constructor(
    private readonly operations: OperationRepository,
    private readonly workOrders: WorkOrderRepository,
    private readonly reports: ReportRepository,
    private readonly ledger: LedgerPort,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What is doubtful about a report; as a rule nothing. */
  async find(tx: Tx, doubted: SentReport): Promise<Doubt[]> {
    const { report, origin } = doubted;
    const lot = await this.lot(tx, doubted);
    const repeated = await this.repeated(tx, doubted);
    const atHand = isAtHand(origin.source, Date.parse(report.at), this.clock.now());
    return [
      ...(lot ? [{ flag: 'lot', why: lot, refused: atHand } as const] : []),
      ...(repeated ? [{ flag: 'repeated', why: repeated, refused: false } as const] : []),
    ];
  }

  /** Work that was taken over from elsewhere consumes nothing here: any lot may have been used there. */
  private async lot(tx: Tx, { workOrder, operation, report }: SentReport): Promise<Refusal | null> {
    const { lot } = report;
    if (lot === undefined || workOrder.kind === 'import') return null;
    const [first] = await this.operations.of(tx, [workOrder.id]);
    return this.ledger.doubtfulLot(tx, {
      ...{ lot, operation: operation.id, no: operation.no, first: first?.no === operation.no },
      materials: await this.workOrders.materials(tx, workOrder.id),
      at: Math.min(Date.parse(report.at), this.clock.now()),
    });
  }

  private async repeated(tx: Tx, { operation, report, origin }: SentReport): Promise<Refusal | null> {
    const facts = factsOf(report);
    const [good = '0', scrap = '0', rework = '0'] = [report.good, report.scrap, report.rework].map((qty) =>
      decimalText(qty ?? 0),
    );
    if (good === '0' && scrap === '0' && rework === '0') return null;
    const station = stationOf(operation, facts) ?? '';
    const others = await this.reports.around(tx, operation.id, { at: facts.at, withinMs: REPEAT_MS });
    return checkRepeated(
      operation.id,
      { station, good, scrap, rework, source: origin.source, at: facts.at },
      others,
    );
  }
}
