import { Inject, Injectable } from '@nestjs/common';
import { presentIn, type Shift } from '@takt/calendar';
import { isRefusal, type Refusal, type ShiftInstance } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { AttendanceRepository } from './attendance.repository';
import type { ShiftBook } from './shift-book';
import { ShiftBookReader } from './shift-book.reader';
import { spanOf, type Window } from './window';

const DAYS_MAX = 31;

const iso = (instant: number): string => new Date(instant).toISOString();

/** The shifts of a window with the people expected and present. */
@Injectable()
export class ShiftListService {
  constructor(
    private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    private readonly books: ShiftBookReader,
    private readonly attendance: AttendanceRepository,
  ) {}

  /** The shifts that touch a window, by line and start. @returns shift.window */
  async list(plant: string, window: Window): Promise<ShiftInstance[] | Refusal> {
    const span = spanOf(window, DAYS_MAX, 'shift');
    if (isRefusal(span)) return span;
    const { book, lines, presences, onBreak } = await this.database.read(plant, async (tx) => {
      const read = await this.books.read(tx, span);
      const shifts = read.lines.flatMap(({ id }) =>
        window.line === undefined || window.line === id
          ? read.shifts(id, [span.from.getTime(), span.to.getTime()]).map((shift) => ({ line: id, shift }))
          : [],
      );
      const reach = {
        from: new Date(Math.min(span.from.getTime(), ...shifts.map(({ shift }) => shift.startAt))),
        to: new Date(Math.max(span.to.getTime(), ...shifts.map(({ shift }) => shift.endAt))),
      };
      const breaks = await this.attendance.onBreak(tx, this.clock.date());
      return {
        ...{ book: read, lines: shifts, onBreak: new Set(breaks.map(({ id }) => id)) },
        presences: await this.attendance.within(tx, reach),
      };
    });
    const now = this.clock.now();
    return lines.map(({ line, shift }) => {
      const onLine = presences
        .filter((one) => one.line === line)
        .map(({ id, worker, inAt, outAt }) => ({
          worker,
          inAt: inAt.getTime(),
          outAt: onBreak.has(id) ? null : (outAt?.getTime() ?? null),
        }));
      return instanceOf(book, line, shift, presentIn(shift, onLine, now));
    });
  }
}

function instanceOf(book: ShiftBook, line: string, shift: Shift, present: string[]): ShiftInstance {
  return {
    line,
    crew: shift.crew,
    name: shift.name,
    ...(shift.nameZh === undefined ? {} : { nameZh: shift.nameZh }),
    day: shift.day,
    startAt: iso(shift.startAt),
    endAt: iso(shift.endAt),
    work: shift.work.map(([startAt, endAt]) => ({ startAt: iso(startAt), endAt: iso(endAt) })),
    rostered: book.roster(line, shift),
    present,
  };
}
