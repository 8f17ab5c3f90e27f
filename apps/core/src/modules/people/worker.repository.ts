import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { isRefusal, type Refusal, type Worker } from '@takt/contracts';
import { likePattern, putMany, putRevised, type Tx } from '../../platform/database';
import { cursorPage, ifMatches, type PageRequest } from '../../platform/http';
import { rowsOf, type Many, type Values } from '../plant';
import { WorkerEntity } from './worker.entity';

/** Filters of the list of workers. */
export interface WorkerFilter {
  readonly line?: readonly string[] | undefined;
  readonly crew?: readonly string[] | undefined;
  readonly skill?: readonly string[] | undefined;
  readonly active?: readonly string[] | undefined;
}

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

  /** One worker, locked until the commit: of two badges of a person one is recorded after the other. */
  async lock(tx: Tx, id: string): Promise<Worker | null> {
    const row = await tx
      .of(WorkerEntity)
      .findOne({ where: { plant: tx.plant, id }, lock: { mode: 'pessimistic_write' } });
    return row && workerOf(row);
  }

  /** The active worker who carries a badge. */
  async byBadge(tx: Tx, badge: string): Promise<Worker | null> {
    const row = await tx.of(WorkerEntity).findOneBy({ plant: tx.plant, badge, active: true });
    return row && workerOf(row);
  }

  /** Whoever carries a badge, active or not. */
  async badgeHolder(tx: Tx, badge: string): Promise<string | null> {
    return (await tx.of(WorkerEntity).findOneBy({ plant: tx.plant, badge }))?.id ?? null;
  }

  /** All workers of the plant by name. */
  async all(tx: Tx): Promise<Worker[]> {
    return (
      await tx.of(WorkerEntity).find({ where: { plant: tx.plant }, order: { name: 'ASC', id: 'ASC' } })
    ).map(workerOf);
  }

  /** One page of workers. */
  async page(
    tx: Tx,
    filter: WorkerFilter,
    page: PageRequest & { readonly q?: string | undefined },
  ): Promise<{ items: Worker[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<{ id: string }>(
      tx,
      {
        select: 'select id from worker',
        where: [
          'plant = $1',
          '$2::text[] is null or line = any($2)',
          '$3::text[] is null or crew = any($3)',
          `$4::text[] is null or exists (select from jsonb_array_elements(skills) held where held->>'skill' = any($4))`,
          '$5::text[] is null or active::text = any($5)',
          '$6::text is null or id ilike $6 or name ilike $6 or name_zh ilike $6',
        ],
        parameters: [
          tx.plant,
          filter.line ?? null,
          filter.crew ?? null,
          filter.skill ?? null,
          filter.active ?? null,
          page.q === undefined ? null : likePattern(page.q),
        ],
        sortable: { id: { sql: 'id', type: 'text' }, name: { sql: 'name', type: 'text' } },
        id: { sql: 'id', type: 'text' },
      },
      page,
    );
    const ids = rows.map(({ id }) => id);
    const found = await tx.of(WorkerEntity).findBy({ plant: tx.plant, id: Any(ids) });
    const byId = new Map(found.map((row) => [row.id, workerOf(row)]));
    return { items: ids.flatMap((id) => byId.get(id) ?? []), nextCursor };
  }

  /** Creates or replaces a worker. */
  async put(tx: Tx, id: string, values: Values<Worker>): Promise<Worker | Refusal> {
    const saved = await putRevised(tx, {
      entity: WorkerEntity,
      key: { plant: tx.plant, id },
      values: { ...values, nameZh: values.nameZh ?? null },
      check: (stored) => ifMatches(`worker ${id}`, stored),
    });
    return isRefusal(saved) ? saved : workerOf(saved);
  }

  /** Creates or replaces many workers. Badges may change hands among them. */
  async putMany(tx: Tx, workers: Many<Worker>): Promise<void> {
    const ids = workers.map(([id]) => id);
    await tx.of(WorkerEntity).update({ plant: tx.plant, id: Any(ids) }, { badge: null });
    await putMany(tx, WorkerEntity, rowsOf(tx, workers));
  }
}
