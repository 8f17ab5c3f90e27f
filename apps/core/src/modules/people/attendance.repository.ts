import { Injectable } from '@nestjs/common';
import { GRACE_MS } from '@takt/calendar';
import { In, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { Attendance } from '@takt/contracts';
import { insertNew, type Tx } from '../../platform/database';
import { AttendanceEntity, BadgeReadingEntity } from './attendance.entity';
import type { Span } from './shift.repository';

/** Who has been on a break for longer is not at work any more, in ms. */
const BREAK_MAX_MS = 43_200_000;

/** A presence that was cut off, with its plant. */
export interface CutOff {
  readonly plant: string;
  readonly worker: string;
  readonly station: string | null;
  readonly line: string | null;
  readonly outAt: Date;
}

/** An attendance as the API tells it. */
export function attendanceOf(row: AttendanceEntity): Attendance {
  const { plant: _, closeAt: __, inAt, outAt, ...rest } = row;
  return {
    ...rest,
    inAt: inAt.toISOString(),
    outAt: outAt?.toISOString() ?? null,
  } as Attendance;
}

/** Badge readings and the attendance that follows from them, in PostgreSQL. */
@Injectable()
export class AttendanceRepository {
  /** Adds a reading to the ledger. @returns the reading that was there before under this id, or null */
  async addReading(tx: Tx, reading: BadgeReadingEntity): Promise<BadgeReadingEntity | null> {
    if (await insertNew(tx, BadgeReadingEntity, reading)) return null;
    return tx.of(BadgeReadingEntity).findOneByOrFail({ plant: reading.plant, id: reading.id });
  }

  /** Readings of a worker from an instant on, by time and, for one instant, by arrival. */
  readings(tx: Tx, worker: string, from: Date): Promise<BadgeReadingEntity[]> {
    return tx.of(BadgeReadingEntity).find({
      where: { plant: tx.plant, worker, at: MoreThanOrEqual(from) },
      order: { at: 'ASC', recordedAt: 'ASC', id: 'ASC' },
    });
  }

  /** The last presence of a worker that began at an instant or before. */
  lastBegun(tx: Tx, worker: string, at: Date): Promise<AttendanceEntity | null> {
    return tx.of(AttendanceEntity).findOne({
      where: { plant: tx.plant, worker, inAt: LessThanOrEqual(at) },
      order: { inAt: 'DESC' },
    });
  }

  /** Presences of a worker that began at an instant or later. */
  begunSince(tx: Tx, worker: string, from: Date): Promise<AttendanceEntity[]> {
    return tx.of(AttendanceEntity).find({
      where: { plant: tx.plant, worker, inAt: MoreThanOrEqual(from) },
      order: { inAt: 'ASC' },
    });
  }

  /** Puts presences in the place of those of a worker that began at an instant or later. */
  async replaceSince(tx: Tx, worker: string, from: Date, rows: readonly AttendanceEntity[]): Promise<void> {
    await tx.of(AttendanceEntity).delete({ plant: tx.plant, worker, inAt: MoreThanOrEqual(from) });
    await tx.of(AttendanceEntity).insert([...rows]);
  }

  /** Who is here, in the order of arrival. */
  present(tx: Tx): Promise<AttendanceEntity[]> {
    return tx
      .of(AttendanceEntity)
      .find({ where: { plant: tx.plant, outAt: IsNull() }, order: { inAt: 'ASC', id: 'ASC' } });
  }

  /** Who is on a break: gone for it, not back, and the shift has not been over for long; by its beginning. */
  async onBreak(tx: Tx, now: Date): Promise<AttendanceEntity[]> {
    const rows = await tx.query<{ id: string }>(
      `select a.id from attendance a where a.plant = $1 and a.closed_by = 'break' and a.out_at between $2 and $3 and a.close_at > $4
         and not exists (select from attendance b where b.plant = a.plant and b.worker = a.worker and b.in_at > a.in_at)`,
      [tx.plant, new Date(now.getTime() - BREAK_MAX_MS), now, new Date(now.getTime() - GRACE_MS)],
    );
    return tx.of(AttendanceEntity).find({
      where: { plant: tx.plant, id: In(rows.map(({ id }) => id)) },
      order: { outAt: 'ASC', id: 'ASC' },
    });
  }

  /** Presences that touch a span, by arrival. Those of no length count where they stand. */
  within(tx: Tx, { from, to }: Span, line: string | null = null): Promise<AttendanceEntity[]> {
    return tx
      .of(AttendanceEntity)
      .createQueryBuilder('one')
      .where('one.plant = :plant and one.inAt < :to', { plant: tx.plant, to })
      .andWhere('(one.outAt is null or one.outAt > :from or (one.inAt = one.outAt and one.inAt >= :from))', {
        from,
      })
      .andWhere('(:line::text is null or one.line = :line)', { line })
      .orderBy({ 'one.inAt': 'ASC', 'one.id': 'ASC' })
      .getMany();
  }

  /** Cuts off, in every plant that the transaction sees, who should have left before an instant. */
  async cutOff(tx: Tx, before: Date): Promise<CutOff[]> {
    const [rows] = (await tx.query(
      `update attendance set out_at = close_at, closed_by = 'shift-end' where out_at is null and close_at < $1
       returning plant, worker, station, line, out_at as "outAt"`,
      [before],
    )) as unknown as [CutOff[], number];
    return rows;
  }
}
