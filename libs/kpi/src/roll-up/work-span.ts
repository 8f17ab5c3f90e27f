import type { ReportType } from '@takt/contracts';
import { groupBy } from '@takt/production';
import type { WorkSpan } from './labour';

/** A report as far as it says who worked when. Reversed reports are left out by the caller. */
export interface WorkReport {
  readonly operation: string;
  readonly station: string;
  readonly workers: readonly string[];
  readonly type: ReportType;
  /** epoch ms */
  readonly at: number;
  /** a stretch of work told as a whole, from then to `at`, epoch ms; null or absent: a step of the operation */
  readonly startAt?: number | null;
}

const BEGINS: readonly ReportType[] = ['start', 'resume'];
const ENDS: readonly ReportType[] = ['pause', 'complete'];

/**
 * Who worked on what and when, from reports: from a start or resume to the next pause or completion of the operation; who is named in
 * a report meanwhile has helped since the work began. Stretches told as a whole stand for themselves. Work without a name is nobody's.
 * @param reports of any operations, in any order
 * @param now epoch ms: until then open work has lasted
 */
export function workSpans(reports: readonly WorkReport[], now: number): WorkSpan[] {
  const inOrder = [...reports].sort((a, b) => a.at - b.at);
  const operations = groupBy(inOrder, (report) => report.operation);
  return [...operations.values()].flatMap((own) => spansOf(own, now));
}

function spansOf(reports: readonly WorkReport[], now: number): WorkSpan[] {
  const spans: WorkSpan[] = [];
  let begun: WorkReport | null = null;
  let workers = new Set<string>();
  const close = (endAt: number) => {
    if (begun !== null && begun.at < endAt)
      for (const worker of workers)
        spans.push({ worker, operation: begun.operation, station: begun.station, startAt: begun.at, endAt });
    begun = null;
    workers = new Set();
  };
  for (const report of reports) {
    const { operation, station, startAt, at: endAt } = report;
    if (startAt != null) {
      if (startAt < endAt)
        for (const worker of report.workers) spans.push({ worker, operation, station, startAt, endAt });
      if (ENDS.includes(report.type)) close(endAt);
      continue;
    }
    if (BEGINS.includes(report.type) && begun === null) begun = report;
    if (begun !== null) report.workers.forEach((worker) => workers.add(worker));
    if (ENDS.includes(report.type)) close(report.at);
  }
  close(now);
  return spans;
}
