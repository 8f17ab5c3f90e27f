import { Injectable } from '@nestjs/common';
import type { Worker } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { WorkerEntity } from './worker.entity';

function workerOf({ plant: _, nameZh, ...rest }: WorkerEntity): Worker {
  return { ...rest, ...(nameZh === null ? {} : { nameZh }) } as Worker;
}

/** Workers in PostgreSQL. */
@Injectable()
export class WorkerRepository {
  /** One worker. */
  async find(tx: Tx, id: string): Promise<Worker | null> {
    const row = await tx.of(WorkerEntity).findOneBy({ plant: tx.plant, id });
    return row && workerOf(row);
  }

  /** The active worker who carries a badge. */
  async byBadge(tx: Tx, badge: string): Promise<Worker | null> {
    const row = await tx.of(WorkerEntity).findOneBy({ plant: tx.plant, badge, active: true });
    return row && workerOf(row);
  }

  /** All workers of the plant by name. */
  async all(tx: Tx): Promise<Worker[]> {
    return (
      await tx.of(WorkerEntity).find({ where: { plant: tx.plant }, order: { name: 'ASC', id: 'ASC' } })
    ).map(workerOf);
  }
}
