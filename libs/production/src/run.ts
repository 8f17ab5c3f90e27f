import type { ReportType, WorkKind } from '@takt/contracts';

/** A standing report as far as the times of an operation follow from it. Instants epoch ms. */
export interface TimedReport {
  readonly type: ReportType;
  readonly at: number;
  readonly station: string;
  readonly workers: readonly string[];
  /** set-up within the reported time; null: not known */
  readonly setupSec: number | null;
  /** a stretch of work told as a whole, from then to `at`; null or absent: a step of the operation */
  readonly startAt?: number | null;
  /** what the stretch was; null or absent: production */
  readonly work?: WorkKind | null;
}

/** A time at which an operation was put on hold: work stops there. */
export interface TimedHold {
  readonly at: number;
}

/** A stretch in which an operation ran at one station with the same people. */
export interface Run {
  readonly station: string;
  /** epoch ms */
  readonly startAt: number;
  /** epoch ms; null: it runs now */
  readonly endAt: number | null;
  /** who did it; empty: not known */
  readonly workers: readonly string[];
  /** set-up within it, in s; all of a stretch that was set-up */
  readonly setupSec: number;
  /** what it was: production, set-up as a whole, or other work */
  readonly work: WorkKind;
}

interface OpenRun {
  readonly station: string;
  readonly startAt: number;
  readonly workers: readonly string[];
  setupSec: number;
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((worker) => b.includes(worker));

class Timeline {
  readonly runs: Run[] = [];
  private open: OpenRun | null = null;

  begin(report: TimedReport): void {
    this.end(report.at, report.workers);
    const { station, at: startAt, workers, setupSec } = report;
    this.open = { station, startAt, workers, setupSec: setupSec ?? 0 };
  }

  /** Whoever reports the end did the work, when the beginning names nobody. */
  end(at: number, workers: readonly string[]): void {
    if (this.open === null) return;
    const { startAt, workers: began } = this.open;
    const endAt = Math.max(at, startAt);
    this.runs.push({ ...this.open, endAt, workers: began.length > 0 ? began : workers, work: 'run' });
    this.open = null;
  }

  /** Told as a whole: it stands for itself, beside whatever else went on. */
  stretch(startAt: number, { at, station, workers, setupSec, work }: TimedReport): void {
    const endAt = Math.max(at, startAt);
    const whole = work === 'setup' ? Math.round((endAt - startAt) / 1000) : 0;
    this.runs.push({
      station,
      startAt,
      endAt,
      workers,
      setupSec: whole || (setupSec ?? 0),
      work: work ?? 'run',
    });
  }

  /** Pieces reported by others: from here on it is their work. */
  handOver(report: TimedReport): void {
    if (this.open === null) return;
    this.open.setupSec += report.setupSec ?? 0;
    if (report.workers.length === 0 || same(report.workers, this.open.workers)) return;
    const { station } = this.open;
    this.end(report.at, report.workers);
    this.begin({ ...report, station, setupSec: null });
  }

  finish(): Run[] {
    if (this.open !== null) this.runs.push({ ...this.open, endAt: null, work: 'run' });
    return this.runs.filter((run) => run.endAt === null || run.endAt > run.startAt || run.setupSec > 0);
  }
}

/**
 * When and by whom an operation was worked on, from its standing reports (reversed ones and their counter-entries left out) and
 * its holds. Stretches told as a whole stand beside the rest and may overlap; in order of their ends. It is derived anew after each of them, so that late and corrected reports restate the past.
 * @param reports of one operation, in any order; those of one instant in the order in which they were recorded
 * @param holds of the operation
 */
export function runsOf(reports: readonly TimedReport[], holds: readonly TimedHold[] = []): Run[] {
  const timeline = new Timeline();
  const steps = [
    ...reports.map((report) => ({ at: report.at, report })),
    ...holds.map(({ at }) => ({ at, report: null })),
  ].sort((a, b) => a.at - b.at);
  for (const { at, report } of steps) {
    if (report === null) timeline.end(at, []);
    else if (report.startAt != null) {
      timeline.stretch(report.startAt, report);
      if (report.type === 'pause' || report.type === 'complete') timeline.end(at, report.workers);
    } else if (report.type === 'start' || report.type === 'resume') timeline.begin(report);
    else {
      timeline.handOver(report);
      if (report.type !== 'quantity') timeline.end(at, report.workers);
    }
  }
  return timeline.finish();
}
