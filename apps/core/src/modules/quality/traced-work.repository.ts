import { Injectable } from '@nestjs/common';
import type { ReportFlag, TracedOperation } from '@takt/contracts';
import { decimalText, groupBy } from '@takt/production';
import type { Tx } from '../../platform/database';
import { CheckRepository } from './check.repository';
import { HoldRepository } from './hold.repository';
import { MeasureRepository } from './measure.repository';

interface OperationRow {
  readonly operation: string;
  readonly workOrder: string;
  readonly no: number;
  readonly name: string;
  readonly nameZh: string | null;
  readonly good: string;
  readonly scrap: string;
  readonly rework: string;
}

interface RunRow {
  readonly operation: string;
  readonly station: string;
  readonly startAt: Date;
  readonly endAt: Date | null;
  readonly workers: string[];
}

interface ClaimRow {
  readonly operation: string;
  readonly report: string;
  readonly lot: string;
}

const DOUBTED: ReportFlag = 'lot';

/** What happened in the operations of work orders: where, when, who, what was measured, checked and held. */
@Injectable()
export class TracedWork {
  constructor(
    private readonly checks: CheckRepository,
    private readonly holds: HoldRepository,
    private readonly measures: MeasureRepository,
  ) {}

  /** The operations of some work orders, in their order. */
  async operations(tx: Tx, workOrders: readonly string[]): Promise<TracedOperation[]> {
    if (workOrders.length === 0) return [];
    const rows = await tx.query<OperationRow>(
      `select id as operation, work_order as "workOrder", no, name, name_zh as "nameZh", qty_good as good, qty_scrap as scrap,
         qty_rework as rework from operation where plant = $1 and work_order = any($2) order by work_order, no`,
      [tx.plant, workOrders],
    );
    const runs = groupBy(await this.runs(tx, workOrders), ({ operation }) => operation);
    const claims = groupBy(await this.claims(tx, workOrders), ({ operation }) => operation);
    const ids = rows.map(({ operation }) => operation);
    const checks = groupBy(await this.checks.of(tx, ids), ({ operation }) => operation);
    const holds = groupBy(await this.holds.of(tx, ids), ({ operation }) => operation ?? '');
    const measures = groupBy(await this.measures.of(tx, ids), ({ operation }) => operation);
    return rows.map(({ nameZh, good, scrap, rework, ...row }) => ({
      ...row,
      ...(nameZh === null ? {} : { nameZh }),
      good: decimalText(good),
      scrap: decimalText(scrap),
      rework: decimalText(rework),
      runs: (runs.get(row.operation) ?? []).map(({ station, startAt, endAt, workers }) => ({
        ...{ station, workers },
        startAt: startAt.toISOString(),
        endAt: endAt?.toISOString() ?? null,
      })),
      claimed: (claims.get(row.operation) ?? []).map(({ report, lot }) => ({ report, lot })),
      measures: [...(measures.get(row.operation) ?? [])],
      checks: [...(checks.get(row.operation) ?? [])],
      holds: [...(holds.get(row.operation) ?? [])],
    }));
  }

  private claims(tx: Tx, workOrders: readonly string[]): Promise<ClaimRow[]> {
    return tx.query<ClaimRow>(
      `select r.operation, r.id as report, r.lot from report r join operation o on o.plant = r.plant and o.id = r.operation
       left join report b on b.plant = r.plant and b.reverses = r.id
       where o.plant = $1 and o.work_order = any($2) and r.flags @> array[$3] and r.reverses is null and b.id is null
       order by r.at, r.id`,
      [tx.plant, workOrders, DOUBTED],
    );
  }

  private runs(tx: Tx, workOrders: readonly string[]): Promise<RunRow[]> {
    return tx.query<RunRow>(
      `select r.operation, r.station, r.start_at as "startAt", r.end_at as "endAt", r.workers from operation_run r
       join operation o on o.plant = r.plant and o.id = r.operation
       where o.plant = $1 and o.work_order = any($2) order by r.operation, r.position`,
      [tx.plant, workOrders],
    );
  }
}
