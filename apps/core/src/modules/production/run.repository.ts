import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { runsOf } from '@takt/production';
import type { Tx } from '../../platform/database';
import { OperationHoldEntity, OperationRunEntity } from './report.entity';
import { ReportRepository } from './report.repository';

/** Who releases a hold, when, and what they say. */
export interface HoldRelease {
  /** epoch ms */
  readonly at: number;
  readonly by: string;
  readonly note: string;
}

/** When operations were worked on and on hold. */
@Injectable()
export class RunRepository {
  constructor(private readonly reports: ReportRepository) {}

  /** Derives the runs of an operation anew from its standing reports and its holds. */
  async derive(tx: Tx, operation: string, workOrder: string): Promise<void> {
    const holds = await tx.of(OperationHoldEntity).findBy({ plant: tx.plant, operation });
    const runs = runsOf(
      await this.reports.standing(tx, operation),
      holds.map(({ heldAt }) => ({ at: heldAt.getTime() })),
    );
    await tx.of(OperationRunEntity).delete({ plant: tx.plant, operation });
    if (runs.length === 0) return;
    await tx.of(OperationRunEntity).insert(
      runs.map(({ station, startAt, endAt, workers, setupSec, work }, position) => ({
        ...{ plant: tx.plant, operation, workOrder, position, station, setupSec, work },
        startAt: new Date(startAt),
        endAt: endAt === null ? null : new Date(endAt),
        workers: [...workers],
      })),
    );
  }

  /** Adds a hold. */
  async hold(
    tx: Tx,
    hold: {
      readonly operation: string;
      readonly station: string | null;
      readonly reason: string;
      readonly at: number;
    },
  ): Promise<void> {
    const { operation, station, reason, at } = hold;
    await tx.of(OperationHoldEntity).insert({
      ...{ plant: tx.plant, id: uuid(), operation, station, reason },
      heldAt: new Date(at),
      releasedAt: null,
      releasedBy: null,
      note: '',
    });
  }

  /** Closes the open holds of an operation. */
  async release(tx: Tx, operation: string, { at, by, note }: HoldRelease): Promise<void> {
    await tx
      .of(OperationHoldEntity)
      .update(
        { plant: tx.plant, operation, releasedAt: IsNull() },
        { releasedAt: new Date(at), releasedBy: by, note },
      );
  }
}
