import { Injectable } from '@nestjs/common';
import type { MovementFact } from '@takt/kpi';
import type { Tx } from '../../../platform/database';
import { STANDING_MOVEMENT } from '../../inventory';
import type { FactScope } from './station.facts';

/** A movement of the ledger. */
export interface StockMovement extends MovementFact {
  readonly item: string;
}

/** A work order in time. */
export interface OrderLife {
  readonly item: string;
  /** of the last operation; empty: of none */
  readonly station: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** standard time of the whole order, in s */
  readonly standardSec: string;
  readonly cancelled: boolean;
}

interface LifeRow {
  readonly item: string;
  readonly cancelled: boolean;
  readonly station: string | null;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly sec: string;
}

/** When a work order that was cancelled after its start was last reported on: until then it was in progress. */
const LAST_REPORT = `(select coalesce(max(r.at), w.started_at) from operation o join report r on r.plant = o.plant and r.operation = o.id
  where o.plant = w.plant and o.work_order = w.id)`;
/** Work orders from their begin to their end. */
export const LIVES = `(select w.plant, w.id, w.item, w.qty, w.status, w.started_at, case when w.status <> 'cancelled' then w.ended_at else ${LAST_REPORT} end as ended_at
  from work_order w)`;

/** Work orders that began or ended in a window, each way by an index of its own. */
const livesIn = (from: string, to: string): string => `(
  select w.plant, w.id, w.item, w.qty, w.status, w.started_at, w.ended_at from work_order w where w.plant = $1 and w.status <> 'cancelled'
    and w.started_at >= ${from} and w.started_at < ${to}
  union select w.plant, w.id, w.item, w.qty, w.status, w.started_at, w.ended_at from work_order w where w.plant = $1 and w.status <> 'cancelled'
    and w.ended_at >= ${from} and w.ended_at < ${to}
  union select c.* from (select w.plant, w.id, w.item, w.qty, w.status, w.started_at, ${LAST_REPORT} as ended_at from work_order w
    where w.plant = $1 and w.status = 'cancelled' and w.started_at < ${to}) c
    where (c.started_at >= ${from} or (c.ended_at >= ${from} and c.ended_at < ${to})))`;

/** Station of the last operation of work order `w`, and the standard time of the whole order. */
export const LIFE = {
  station: `(select o.station from operation o where o.plant = w.plant and o.work_order = w.id order by o.no desc limit 1)`,
  sec: `(select coalesce(sum(coalesce((o.ways->0->>'runSecPerUnit')::numeric, 0)), 0) * w.qty from operation o where o.plant = w.plant and o.work_order = w.id)::text`,
} as const;

/** The stock ledger and the lives of work orders in PostgreSQL: read from the tables of inventory and production. */
@Injectable()
export class StockFacts {
  /** Movements of a window, corrections by the kind of what they correct. What is consigned or subcontracted is left out. */
  async movements(tx: Tx, { subjects, window, asOf }: FactScope): Promise<StockMovement[]> {
    const rows = await tx.query<Omit<StockMovement, 'at'> & { readonly at: Date }>(
      `select m.item, m.occurred_at as at, coalesce(c.kind, m.kind) as kind, m.place, i.kind as "itemKind", m.qty::text as qty, m.value::text as value
       from stock_movement m join item i on i.plant = m.plant and i.id = m.item
       left join stock_movement c on m.corrects is not null and c.plant = m.plant and c.id = m.corrects
       where m.plant = $1 and m.item = any($2) and m.occurred_at >= $3 and m.occurred_at < $4 and not i.outside`,
      [tx.plant, subjects, new Date(window[0]), new Date(Math.min(window[1], asOf))],
    );
    return rows.map((row) => ({ ...row, at: row.at.getTime() }));
  }

  /** Items with movements in a window. */
  async itemsIn(tx: Tx, window: readonly [number, number]): Promise<string[]> {
    const rows = await tx.query<{ item: string }>(
      'select distinct item from stock_movement where plant = $1 and occurred_at >= $2 and occurred_at < $3',
      [tx.plant, new Date(window[0]), new Date(window[1])],
    );
    return rows.map(({ item }) => item);
  }

  /**
   * When anything that counts moved first: the plant had no stock before; null: never. What was taken back never moved, and what was
   * booked more than a day late does not open the books, unless nothing else does: one slip of a date would make years of stock of nothing.
   */
  async firstMovementAt(tx: Tx): Promise<number | null> {
    return (
      (await this.firstThat(tx, "m.recorded_at < m.occurred_at + interval '1 day'")) ??
      this.firstThat(tx, 'true')
    );
  }

  private async firstThat(tx: Tx, holds: string): Promise<number | null> {
    const [row] = await tx.query<{ at: Date }>(
      `select m.occurred_at as at from stock_movement m join item i on i.plant = m.plant and i.id = m.item
       where m.plant = $1 and not i.outside and ${STANDING_MOVEMENT} and ${holds} order by m.occurred_at limit 1`,
      [tx.plant],
    );
    return row?.at.getTime() ?? null;
  }

  /** When the first work order was begun; null: none was. */
  async firstStartAt(tx: Tx): Promise<number | null> {
    const [row] = await tx.query<{ at: Date | null }>(
      'select min(started_at) as at from work_order where plant = $1',
      [tx.plant],
    );
    return row?.at?.getTime() ?? null;
  }

  /** When an item moved first; null: never. */
  async firstOf(tx: Tx, item: string): Promise<number | null> {
    const [row] = await tx.query<{ at: Date | null }>(
      'select min(occurred_at) as at from stock_movement where plant = $1 and item = $2',
      [tx.plant, item],
    );
    return row?.at?.getTime() ?? null;
  }

  /** Work orders of some items that began or ended in a window. */
  async lives(tx: Tx, { subjects, window }: FactScope): Promise<OrderLife[]> {
    const rows = await tx.query<LifeRow>(
      `select w.item, w.started_at, w.ended_at, w.status = 'cancelled' as cancelled,
         ${LIFE.station} as station, ${LIFE.sec} as sec
       from ${livesIn('$3', '$4')} w where w.item = any($2) and w.started_at is not null`,
      [tx.plant, subjects, new Date(window[0]), new Date(window[1])],
    );
    return rows.map(({ item, station, cancelled, started_at, ended_at, sec }) => ({
      ...{ item, cancelled, station: station ?? '', standardSec: sec },
      startedAt: started_at.getTime(),
      endedAt: ended_at?.getTime() ?? null,
    }));
  }

  /** Items whose work orders began or ended in a window. */
  async itemsMadeIn(tx: Tx, window: readonly [number, number]): Promise<string[]> {
    const rows = await tx.query<{ item: string }>(`select distinct item from ${livesIn('$2', '$3')} w`, [
      tx.plant,
      new Date(window[0]),
      new Date(window[1]),
    ]);
    return rows.map(({ item }) => item);
  }

  /** Item and times of a work order: of its begin and end, and of every report on it. */
  async lifeOf(tx: Tx, workOrder: string): Promise<{ item: string; instants: number[] } | null> {
    const [row] = await tx.query<{ item: string; instants: (Date | null)[] }>(
      `select w.item, array[w.started_at, w.ended_at, r.first, r.last] as instants from ${LIVES} w left join lateral
         (select min(least(r.at, r.start_at)) as first, max(r.at) as last from operation o join report r on r.plant = o.plant and r.operation = o.id
          where o.plant = w.plant and o.work_order = w.id) r on true where w.plant = $1 and w.id = $2`,
      [tx.plant, workOrder],
    );
    return row ? { item: row.item, instants: row.instants.flatMap((at) => at?.getTime() ?? []) } : null;
  }
}
