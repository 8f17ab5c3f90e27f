import { Inject, Injectable } from '@nestjs/common';
import { GRACE_MS, isExpected, presencesOf, shiftEndAfter, type Presence } from '@takt/calendar';
import { isRefusal, refuse, type Attendance, type Refusal, type Worker } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database';
import type { AttendanceEntity, BadgeReadingEntity } from './attendance.entity';
import { AttendanceRepository, attendanceOf } from './attendance.repository';
import type { ShiftBook } from './shift-book';
import { ShiftBookReader } from './shift-book.reader';
import { spanOf, type Window } from './window';
import { WorkerRepository } from './worker.repository';

const DAYS_MAX = 31;
const DAY_MS = 86_400_000;

/** A reading of a worker's badge that is to be recorded. */
export type Reading = Pick<
  BadgeReadingEntity,
  'id' | 'worker' | 'direction' | 'at' | 'station' | 'line' | 'source'
>;

/** Who is here: recorded from badge readings, in whatever order they arrive. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    private readonly workers: WorkerRepository,
    private readonly books: ShiftBookReader,
    private readonly rows: AttendanceRepository,
  ) {}

  /** Presences in a window. @returns attendance.window */
  list(plant: string, window: Window): Promise<Attendance[] | Refusal> {
    const span = spanOf(window, DAYS_MAX, 'attendance');
    if (isRefusal(span)) return Promise.resolve(span);
    return this.database.read(plant, async (tx) =>
      (await this.rows.within(tx, span, window.line ?? null)).map(attendanceOf),
    );
  }

  /** Who is here now, then who is on a break. */
  present(plant: string): Promise<Attendance[]> {
    return this.database.read(plant, async (tx) => {
      const here = [...(await this.rows.present(tx)), ...(await this.rows.onBreak(tx, this.clock.date()))];
      return here.map(attendanceOf);
    });
  }

  /**
   * Records a reading, once by its id, within a transaction, and derives the attendance anew from there on.
   * @returns the presence it belongs to · reference.unknown: no such active worker · attendance.absent: a break of somebody who is not
   * here · idempotency.mismatch
   */
  async record(tx: Tx, given: Reading): Promise<Attendance | Refusal> {
    const worker = await this.workers.lock(tx, given.worker);
    if (!worker?.active)
      return refuse('reference.unknown', { field: 'worker', kind: 'worker', id: given.worker });
    const now = this.clock.now();
    const reading = {
      ...given,
      plant: tx.plant,
      at: new Date(Math.min(given.at.getTime(), now)),
      line: given.line ?? worker.line,
      recordedAt: new Date(now),
    };
    const before = await this.rows.addReading(tx, reading);
    if (before) return this.repeated(tx, before, given);
    if (reading.direction === 'break' && !(await this.isHere(tx, reading)))
      return refuse('attendance.absent', { worker: worker.id });
    const book = await this.books.read(tx, {
      from: new Date(reading.at.getTime() - DAY_MS),
      to: new Date(Math.max(now, reading.at.getTime()) + DAY_MS),
    });
    const changed = await this.derive(tx, worker, reading, book);
    if (changed) announce(tx, worker, reading, book);
    return this.holding(tx, reading);
  }

  /** Cuts off who forgot to badge out, in every plant. @returns how many */
  cutOff(): Promise<number> {
    return this.database.write('*', async (tx) => {
      const cut = await this.rows.cutOff(tx, new Date(this.clock.now() - GRACE_MS));
      for (const { plant, worker, station, line, outAt } of cut)
        tx.announce(
          'worker.badged',
          { worker, direction: 'out', station, line, at: outAt.toISOString(), expected: true },
          plant,
        );
      return cut.length;
    });
  }

  private async repeated(tx: Tx, before: BadgeReadingEntity, given: Reading): Promise<Attendance | Refusal> {
    const same = before.worker === given.worker && before.direction === given.direction;
    return same ? this.holding(tx, before) : refuse('idempotency.mismatch', { key: given.id });
  }

  /** Was somebody here then, or on a break already? */
  private async isHere(tx: Tx, { worker, at }: Pick<BadgeReadingEntity, 'worker' | 'at'>): Promise<boolean> {
    const row = await this.rows.lastBegun(tx, worker, at);
    return row !== null && (row.outAt === null || row.outAt > at || row.closedBy === 'break');
  }

  /** The presence to which a reading belongs. */
  private async holding(
    tx: Tx,
    { worker, at }: Pick<BadgeReadingEntity, 'worker' | 'at'>,
  ): Promise<Attendance> {
    const row = await this.rows.lastBegun(tx, worker, at);
    if (!row) throw new Error(`no presence of ${worker} at ${at.toISOString()}`);
    return attendanceOf(row);
  }

  /** Tells the presences anew, from the one that was on at the reading. @returns whether anything changed */
  private async derive(
    tx: Tx,
    worker: Worker,
    reading: BadgeReadingEntity,
    book: ShiftBook,
  ): Promise<boolean> {
    const begun = await this.rows.lastBegun(tx, worker.id, reading.at);
    const from = begun?.inAt ?? reading.at;
    const readings = await this.rows.readings(tx, worker.id, from);
    const calendar = book.lineCalendar(worker.line ?? reading.line);
    const presences = presencesOf(
      readings.map(({ id, direction, at }) => ({ id, direction, at: at.getTime() })),
      (inAt) => shiftEndAfter(worker, calendar, inAt),
      this.clock.now(),
    );
    const byId = new Map(readings.map((one) => [one.id, one]));
    const rows = presences.map((presence) => rowOf(presence, byId));
    const stored = await this.rows.begunSince(tx, worker.id, from);
    if (JSON.stringify(stored.map(essence)) === JSON.stringify(rows.map(essence))) return false;
    await this.rows.replaceSince(tx, worker.id, from, rows);
    return true;
  }
}

const essence = ({ id, inAt, outAt, closedBy }: AttendanceEntity): unknown[] => [id, inAt, outAt, closedBy];

function rowOf(presence: Presence, readings: ReadonlyMap<string, BadgeReadingEntity>): AttendanceEntity {
  const begin = readings.get(presence.begunBy);
  if (!begin) throw new Error(`no reading ${presence.begunBy}`);
  const end = presence.endedBy === null ? undefined : readings.get(presence.endedBy);
  const byReading = end?.direction === 'break' ? 'break' : end?.source === 'office' ? 'office' : 'badge';
  return {
    plant: begin.plant,
    id: begin.id,
    worker: begin.worker,
    station: begin.station,
    line: begin.line,
    inAt: new Date(presence.inAt),
    outAt: presence.outAt === null ? null : new Date(presence.outAt),
    closeAt: new Date(presence.closeAt),
    source: begin.source,
    closedBy: presence.outAt === null ? null : end ? byReading : 'shift-end',
  };
}

function announce(tx: Tx, worker: Worker, reading: BadgeReadingEntity, book: ShiftBook): void {
  const { direction } = reading;
  tx.announce('worker.badged', {
    worker: worker.id,
    direction,
    station: reading.station,
    line: reading.line,
    at: reading.at.toISOString(),
    expected: isExpected(worker, book.lineCalendar(worker.line), {
      id: reading.id,
      direction,
      at: reading.at.getTime(),
    }),
  });
}
