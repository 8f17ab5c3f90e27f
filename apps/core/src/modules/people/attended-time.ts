import { Inject, Injectable } from '@nestjs/common';
import { missingIn } from '@takt/calendar';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { AttendanceRepository } from './attendance.repository';
import { ShiftBookReader } from './shift-book.reader';
import type { Span } from './shift.repository';

/** Time for which a worker was there, as far as it lies in the window; epoch ms. */
export interface Attended {
  readonly worker: string;
  /** where the badge was read, else the home line */
  readonly line: string | null;
  readonly startAt: number;
  readonly endAt: number;
  /** not yet ended: it lasts until now */
  readonly open: boolean;
}

/** Somebody who is expected and not here. */
export interface Missing {
  readonly worker: string;
  readonly line: string;
  /** end of the shift, epoch ms */
  readonly until: number;
}

/** What figures and planning read of attendance. */
@Injectable()
export class AttendedTime {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    private readonly rows: AttendanceRepository,
    private readonly books: ShiftBookReader,
  ) {}

  /** Times of presence in a window, cut at its ends and at now; of one worker they do not overlap. */
  async intervals(tx: Tx, span: Span): Promise<Attended[]> {
    const [from, to] = [span.from.getTime(), Math.min(span.to.getTime(), this.clock.now())];
    return (await this.rows.within(tx, span)).flatMap(({ worker, line, inAt, outAt }) => {
      const startAt = Math.max(from, inAt.getTime());
      const endAt = Math.min(to, outAt?.getTime() ?? to);
      return startAt < endAt ? [{ worker, line, startAt, endAt, open: outAt === null }] : [];
    });
  }

  /** Seconds of presence of each worker in a window; who was not there is left out. */
  async seconds(tx: Tx, span: Span): Promise<Map<string, number>> {
    const sums = new Map<string, number>();
    for (const { worker, startAt, endAt } of await this.intervals(tx, span))
      sums.set(worker, (sums.get(worker) ?? 0) + (endAt - startAt) / 1000);
    return sums;
  }

  /** Ids of the workers who are here now; who is on a break is at work. */
  async present(tx: Tx): Promise<ReadonlySet<string>> {
    const here = [...(await this.rows.present(tx)), ...(await this.rows.onBreak(tx, this.clock.date()))];
    return new Set(here.map(({ worker }) => worker));
  }

  /** Who is expected in a shift that is on, and not here; see `missingIn` of the calendar. */
  async missing(tx: Tx): Promise<Missing[]> {
    const now = this.clock.now();
    const book = await this.books.read(tx, { from: new Date(now), to: new Date(now + 1) });
    const here = await this.present(tx);
    return book.lines.flatMap(({ id: line }) => {
      const shift = book.shiftAt(line, now);
      return shift
        ? missingIn(shift, book.roster(line, shift), here, now).map((worker) => ({
            worker,
            line,
            until: shift.endAt,
          }))
        : [];
    });
  }
}
