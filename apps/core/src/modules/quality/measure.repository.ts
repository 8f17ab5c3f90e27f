import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import type { MeasureSummary } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { OperationMeasureEntity } from './quality.entity';

/** A stretch in which an operation ran at a station. */
export interface MeasuredRun {
  readonly operation: string;
  readonly station: string;
  readonly startAt: Date;
  readonly endAt: Date;
}

/** What was measured while operations ran, in PostgreSQL. */
@Injectable()
export class MeasureRepository {
  /** What was measured in some operations. */
  async of(tx: Tx, operations: readonly string[]): Promise<MeasureSummary[]> {
    const rows = await tx.of(OperationMeasureEntity).find({
      where: { plant: tx.plant, operation: Any([...operations]) },
      order: { operation: 'ASC', station: 'ASC', parameter: 'ASC' },
    });
    return rows.map(({ plant: _, firstAt, lastAt, ...row }) => ({
      ...row,
      firstAt: firstAt.toISOString(),
      lastAt: lastAt.toISOString(),
    }));
  }

  /** The ended runs of an operation. */
  async runs(tx: Tx, operation: string): Promise<MeasuredRun[]> {
    return tx.query<MeasuredRun>(
      `select operation, station, start_at as "startAt", end_at as "endAt" from operation_run
       where plant = $1 and operation = $2 and end_at is not null order by position`,
      [tx.plant, operation],
    );
  }

  /** Operations that ran at a station in a window and have ended. */
  async ended(tx: Tx, station: string, from: Date, to: Date): Promise<string[]> {
    const rows = await tx.query<{ operation: string }>(
      `select distinct r.operation from operation_run r join operation o on o.plant = r.plant and o.id = r.operation
       where r.plant = $1 and r.station = $2 and r.start_at < $4 and coalesce(r.end_at, 'infinity') > $3
         and o.status in ('done', 'cancelled') order by 1`,
      [tx.plant, station, from, to],
    );
    return rows.map(({ operation }) => operation);
  }

  /** Replaces what is kept of an operation. */
  async replace(tx: Tx, operation: string, summaries: readonly MeasureSummary[]): Promise<void> {
    await tx.of(OperationMeasureEntity).delete({ plant: tx.plant, operation });
    if (summaries.length === 0) return;
    await tx.of(OperationMeasureEntity).insert(
      summaries.map(({ firstAt, lastAt, ...summary }) => ({
        ...summary,
        plant: tx.plant,
        firstAt: new Date(firstAt),
        lastAt: new Date(lastAt),
      })),
    );
  }
}
