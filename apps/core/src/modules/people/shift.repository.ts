import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, type ShiftException, type ShiftPattern } from '@takt/contracts';
import { putMany, putRevised, type Tx } from '../../platform/database';
import { ifMatches } from '../../platform/http';
import { rowsOf, ShiftPatterns, type Many, type Values } from '../plant';
import { ShiftExceptionEntity, ShiftPatternEntity } from './shift.entity';

/** A window of instants. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

function patternOf({ plant: _, nameZh, ...rest }: ShiftPatternEntity): ShiftPattern {
  return { ...rest, ...(nameZh === null ? {} : { nameZh }) };
}

function exceptionOf({ plant: _, startAt, endAt, ...rest }: ShiftExceptionEntity): ShiftException {
  return { ...rest, startAt: startAt.toISOString(), endAt: endAt.toISOString() } as ShiftException;
}

/** Shift patterns and exceptions in PostgreSQL. */
@Injectable()
export class ShiftRepository extends ShiftPatterns {
  /** All patterns of the plant, by id. */
  async patterns(tx: Tx): Promise<ShiftPattern[]> {
    const rows = await tx.of(ShiftPatternEntity).find({ where: { plant: tx.plant }, order: { id: 'ASC' } });
    return rows.map(patternOf);
  }

  has(tx: Tx, id: string): Promise<boolean> {
    return tx.of(ShiftPatternEntity).existsBy({ plant: tx.plant, id });
  }

  /** Creates or replaces a pattern. */
  async putPattern(tx: Tx, id: string, values: Values<ShiftPattern>): Promise<ShiftPattern | Refusal> {
    const saved = await putRevised(tx, {
      entity: ShiftPatternEntity,
      key: { plant: tx.plant, id },
      values: { ...values, nameZh: values.nameZh ?? null },
      check: (stored) => ifMatches(`shift pattern ${id}`, stored),
    });
    return isRefusal(saved) ? saved : patternOf(saved);
  }

  /** Creates or replaces many patterns. */
  putPatterns(tx: Tx, patterns: Many<ShiftPattern>): Promise<void> {
    return putMany(tx, ShiftPatternEntity, rowsOf(tx, patterns));
  }

  /** Exceptions that touch a span, by their start; with a line: those of the line, its stations, its workers and the whole plant. */
  async exceptions(tx: Tx, { from, to }: Span, line: string | null = null): Promise<ShiftException[]> {
    const rows = await tx
      .of(ShiftExceptionEntity)
      .createQueryBuilder('one')
      .where('one.plant = :plant and one.startAt < :to and one.endAt > :from', { plant: tx.plant, from, to })
      .andWhere(
        `(:line::text is null or one.line = :line or num_nonnulls(one.line, one.station, one.worker) = 0
          or exists (select from station where station.plant = one.plant and station.id = one.station and station.line = :line)
          or exists (select from worker where worker.plant = one.plant and worker.id = one.worker and worker.line = :line))`,
        { line },
      )
      .orderBy({ 'one.startAt': 'ASC', 'one.id': 'ASC' })
      .getMany();
    return rows.map(exceptionOf);
  }

  /** Adds an exception. */
  async addException(tx: Tx, exception: ShiftException): Promise<void> {
    const { startAt, endAt, ...rest } = exception;
    await tx
      .of(ShiftExceptionEntity)
      .insert({ plant: tx.plant, ...rest, startAt: new Date(startAt), endAt: new Date(endAt) });
  }

  /** Removes an exception. @returns what it was, or null when there was none */
  async removeException(tx: Tx, id: string): Promise<ShiftException | null> {
    const row = await tx
      .of(ShiftExceptionEntity)
      .findOne({ where: { plant: tx.plant, id }, lock: { mode: 'pessimistic_write' } });
    if (!row) return null;
    await tx.of(ShiftExceptionEntity).delete({ plant: tx.plant, id });
    return exceptionOf(row);
  }
}
