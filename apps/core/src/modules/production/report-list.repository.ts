import { Injectable } from '@nestjs/common';
import type { Report } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import {
  REPORT_COLUMNS,
  REPORT_SOURCE,
  reportOf,
  type KeptReportState,
  type ReportRow,
} from './report.repository';

/** Filters of the list of reports; `from` and `to` are instants, half-open. */
export interface ReportFilter {
  readonly operation?: readonly string[] | undefined;
  readonly workOrder?: readonly string[] | undefined;
  readonly station?: readonly string[] | undefined;
  readonly type?: readonly string[] | undefined;
  readonly worker?: readonly string[] | undefined;
  readonly flag?: readonly string[] | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** A report as callers see it. */
export function reportView(report: KeptReportState): Report {
  const { id, commandId, operation, workOrder, station, type, good, scrap, rework } = report;
  const { scrapReason, pauseReason, setupSec, reading, work, source, reverses, reversedBy, note, lot } =
    report;
  return {
    ...{ id, commandId, operation, workOrder, station, type, good, scrap, rework },
    ...{ scrapReason, pauseReason, setupSec, reading, work, source, reverses, reversedBy, note, lot },
    flags: [...report.flags],
    workers: [...report.workers],
    at: new Date(report.at).toISOString(),
    startAt: report.startAt === null ? null : new Date(report.startAt).toISOString(),
    recordedAt: new Date(report.recordedAt).toISOString(),
  };
}

/** Reports as lists show them. */
@Injectable()
export class ReportListRepository {
  /** One page. */
  async page(
    tx: Tx,
    filter: ReportFilter,
    page: PageRequest,
  ): Promise<{ items: Report[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<ReportRow>(
      tx,
      {
        select: `select ${REPORT_COLUMNS}\nfrom ${REPORT_SOURCE}`,
        where: [
          'r.plant = $1',
          '$2::text[] is null or r.operation = any($2)',
          '$3::text[] is null or r.work_order = any($3)',
          '$4::text[] is null or r.station = any($4)',
          '$5::text[] is null or r.type = any($5)',
          '$6::text[] is null or r.workers && $6',
          '$7::timestamptz is null or r.at >= $7',
          '$8::timestamptz is null or r.at < $8',
          '$9::text[] is null or r.flags && $9',
        ],
        parameters: [
          tx.plant,
          filter.operation ?? null,
          filter.workOrder ?? null,
          filter.station ?? null,
          filter.type ?? null,
          filter.worker ?? null,
          filter.from ?? null,
          filter.to ?? null,
          filter.flag ?? null,
        ],
        sortable: {
          at: { sql: 'r.at', type: 'timestamptz' },
          recordedAt: { sql: 'r.recorded_at', type: 'timestamptz' },
        },
        id: { sql: 'r.id', type: 'uuid' },
      },
      page,
    );
    return { items: rows.map((row) => reportView(reportOf(row))), nextCursor };
  }
}
