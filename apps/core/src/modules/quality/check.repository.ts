import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import type { Check, Named } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import { QualityCheckEntity } from './quality.entity';

/** Filters of the list of checks; `from` and `to` half-open. */
export interface CheckFilter {
  readonly operation?: readonly string[] | undefined;
  readonly workOrder?: readonly string[] | undefined;
  readonly lot?: readonly string[] | undefined;
  readonly within?: readonly string[] | undefined;
  readonly name?: readonly string[] | undefined;
  readonly worker?: readonly string[] | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** A check that is about to be kept. */
export type CheckState = Omit<QualityCheckEntity, 'plant'>;

function checkOf({ plant: _, recordedBy: _by, at, recordedAt, kind, ...row }: QualityCheckEntity): Check {
  return {
    ...row,
    kind: kind as Check['kind'],
    at: at.toISOString(),
    recordedAt: recordedAt.toISOString(),
  };
}

const SELECT = `select c.plant, c.id, c.operation, c.work_order as "workOrder", c.lot, c.step, c.name, c.kind, c.value, c.unit, c.min, c.max,
  c.within, c.worker, c.station, c.at, c.recorded_at as "recordedAt", c.recorded_by as "recordedBy", c.note
from quality_check c`;

/** What routings call parameters, checks and answers. One that is named in several ways goes by the first of them. */
const WORDS = `select id, coalesce(min(name) filter (where name <> id), id) as name, min(zh) as zh from (
    select l->>'parameter' as id, l->>'name' as name, l->>'nameZh' as zh from routing_operation r cross join lateral jsonb_array_elements(r.limits) l where r.plant = $1
    union all select c->>'name', c->>'name', c->>'nameZh' from routing_operation r cross join lateral jsonb_array_elements(r.steps) s
      cross join lateral (select s->'capture' as c) k where r.plant = $1 and c->>'name' is not null
    union all select a->>'name', a->>'name', a->>'nameZh' from routing_operation r cross join lateral jsonb_array_elements(r.steps) s
      cross join lateral jsonb_array_elements(coalesce(nullif(s->'capture', 'null')->'choices', '[]')) a where r.plant = $1
  ) w group by id order by id`;

/** Checks in PostgreSQL. They are only added. */
@Injectable()
export class CheckRepository {
  /** A check by its command. */
  async find(tx: Tx, id: string): Promise<Check | null> {
    const row = await tx.of(QualityCheckEntity).findOneBy({ plant: tx.plant, id });
    return row && checkOf(row);
  }

  /** Adds a check. */
  async add(tx: Tx, state: CheckState): Promise<Check> {
    await tx.of(QualityCheckEntity).insert({ ...state, plant: tx.plant });
    return checkOf({ ...state, plant: tx.plant });
  }

  /** The checks of some operations, by time. */
  async of(tx: Tx, operations: readonly string[]): Promise<Check[]> {
    const rows = await tx.of(QualityCheckEntity).find({
      where: { plant: tx.plant, operation: Any([...operations]) },
      order: { at: 'ASC', id: 'ASC' },
    });
    return rows.map(checkOf);
  }

  /** What people call what is measured and checked. */
  async words(tx: Tx): Promise<({ readonly id: string } & Named)[]> {
    const rows = await tx.query<{ id: string; name: string; zh: string | null }>(WORDS, [tx.plant]);
    return rows.map(({ id, name, zh }) => ({ id, name, ...(zh === null ? {} : { nameZh: zh }) }));
  }

  /** One page. */
  async page(
    tx: Tx,
    filter: CheckFilter,
    page: PageRequest,
  ): Promise<{ items: Check[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<QualityCheckEntity>(
      tx,
      {
        select: SELECT,
        where: [
          'c.plant = $1',
          '$2::text[] is null or c.operation = any($2)',
          '$3::text[] is null or c.work_order = any($3)',
          '$4::text[] is null or c.lot = any($4)',
          `$5::text[] is null or (case when c.within then 'yes' else 'no' end) = any($5)`,
          '$6::text[] is null or c.name = any($6)',
          '$7::text[] is null or c.worker = any($7)',
          '$8::timestamptz is null or c.at >= $8',
          '$9::timestamptz is null or c.at < $9',
        ],
        parameters: [
          tx.plant,
          filter.operation ?? null,
          filter.workOrder ?? null,
          filter.lot ?? null,
          filter.within ?? null,
          filter.name ?? null,
          filter.worker ?? null,
          filter.from ?? null,
          filter.to ?? null,
        ],
        sortable: {
          at: { sql: 'c.at', type: 'timestamptz' },
          recordedAt: { sql: 'c.recorded_at', type: 'timestamptz' },
        },
        id: { sql: 'c.id', type: 'uuid' },
      },
      page,
    );
    return { items: rows.map(checkOf), nextCursor };
  }
}
