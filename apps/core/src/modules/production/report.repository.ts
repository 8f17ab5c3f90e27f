import { Injectable } from '@nestjs/common';
import type { CounterReading, Provenance, ReportFlag, ReportType, WorkKind } from '@takt/contracts';
import { decimalText } from '@takt/production';
import { insertNew, type Tx } from '../../platform/database';
import { ReportEntity } from './report.entity';

/** A report as it is kept: quantities decimal text, instants epoch ms. */
export interface ReportState {
  readonly id: string;
  readonly commandId: string;
  readonly operation: string;
  readonly workOrder: string;
  readonly station: string;
  readonly type: ReportType;
  readonly good: string;
  readonly scrap: string;
  readonly rework: string;
  readonly scrapReason: string | null;
  readonly pauseReason: string | null;
  readonly workers: readonly string[];
  readonly setupSec: number | null;
  readonly reading: CounterReading | null;
  readonly lot: string | null;
  readonly at: number;
  /** a stretch of work told as a whole began then */
  readonly startAt: number | null;
  readonly work: WorkKind | null;
  readonly recordedAt: number;
  readonly source: Provenance;
  readonly recordedBy: string;
  readonly flags: readonly ReportFlag[];
  readonly reverses: string | null;
  readonly note: string;
}

/** A report and the counter-entry that took it back. */
export interface KeptReportState extends ReportState {
  readonly reversedBy: string | null;
}

/** Columns of a report `r` with its counter-entry `b`, named as in {@link KeptReportState}. */
export const REPORT_COLUMNS = `r.id, r.command_id as "commandId", r.operation, r.work_order as "workOrder", r.station, r.type, r.good, r.scrap,
  r.rework, r.scrap_reason as "scrapReason", r.pause_reason as "pauseReason", r.workers, r.setup_sec as "setupSec", r.lot, r.at,
  r.reading_from as "readingFrom", r.reading_to as "readingTo", r.start_at as "startAt", r.work,
  r.recorded_at as "recordedAt", r.source, r.recorded_by as "recordedBy", r.flags, r.reverses, r.note, b.id as "reversedBy"`;

/** Reports with their counter-entries. */
export const REPORT_SOURCE = `report r left join report b on b.plant = r.plant and b.reverses = r.id`;

/** A row of {@link REPORT_COLUMNS}. */
export type ReportRow = Omit<KeptReportState, 'at' | 'startAt' | 'recordedAt' | 'reading'> & {
  readonly readingFrom: number | null;
  readonly readingTo: number | null;
  readonly startAt: Date | null;
  readonly at: Date;
  readonly recordedAt: Date;
};

/** A row as a report. */
export function reportOf({ readingFrom: from, readingTo: to, ...row }: ReportRow): KeptReportState {
  return {
    ...row,
    reading: from === null || to === null ? null : { from, to },
    good: decimalText(row.good),
    scrap: decimalText(row.scrap),
    rework: decimalText(row.rework),
    at: row.at.getTime(),
    startAt: row.startAt?.getTime() ?? null,
    recordedAt: row.recordedAt.getTime(),
  };
}

/** Reports in PostgreSQL. They are only added. */
@Injectable()
export class ReportRepository {
  /** The report of a command; null: the command is new. */
  byCommand(tx: Tx, commandId: string): Promise<KeptReportState | null> {
    return this.one(tx, 'r.command_id = $2', commandId);
  }

  /** One report. */
  find(tx: Tx, id: string): Promise<KeptReportState | null> {
    return this.one(tx, 'r.id = $2', id);
  }

  /** Reports of an operation that stand: neither taken back nor counter-entries; as they happened. */
  async standing(tx: Tx, operation: string): Promise<KeptReportState[]> {
    const rows = await tx.query<ReportRow>(
      `select ${REPORT_COLUMNS} from ${REPORT_SOURCE}
       where r.plant = $1 and r.operation = $2 and r.reverses is null and b.id is null order by r.at, r.recorded_at, r.id`,
      [tx.plant, operation],
    );
    return rows.map(reportOf);
  }

  /** Reports of an operation that stand and happened about then. */
  async around(
    tx: Tx,
    operation: string,
    { at, withinMs }: { readonly at: number; readonly withinMs: number },
  ): Promise<KeptReportState[]> {
    const rows = await tx.query<ReportRow>(
      `select ${REPORT_COLUMNS} from ${REPORT_SOURCE}
       where r.plant = $1 and r.operation = $2 and r.at between $3 and $4 and r.reverses is null and b.id is null
       order by r.at, r.recorded_at, r.id`,
      [tx.plant, operation, new Date(at - withinMs), new Date(at + withinMs)],
    );
    return rows.map(reportOf);
  }

  /** Adds a report. @returns false when its command is known already */
  add(tx: Tx, { reading, ...report }: ReportState): Promise<boolean> {
    return insertNew(tx, ReportEntity, {
      ...report,
      plant: tx.plant,
      readingFrom: reading?.from ?? null,
      readingTo: reading?.to ?? null,
      workers: [...report.workers],
      flags: [...report.flags],
      at: new Date(report.at),
      startAt: report.startAt === null ? null : new Date(report.startAt),
      recordedAt: new Date(report.recordedAt),
    });
  }

  /** The first of these that is no active worker of the plant. */
  async unknownWorker(tx: Tx, workers: readonly string[]): Promise<string | null> {
    if (workers.length === 0) return null;
    const rows = await tx.query<{ id: string }>('select id from worker where plant = $1 and id = any($2)', [
      tx.plant,
      workers,
    ]);
    const known = new Set(rows.map(({ id }) => id));
    return workers.find((id) => !known.has(id)) ?? null;
  }

  private async one(tx: Tx, condition: string, value: string): Promise<KeptReportState | null> {
    const [row] = await tx.query<ReportRow>(
      `select ${REPORT_COLUMNS} from ${REPORT_SOURCE} where r.plant = $1 and ${condition}`,
      [tx.plant, value],
    );
    return row ? reportOf(row) : null;
  }
}
