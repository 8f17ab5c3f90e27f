import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database';
import type { Mark, MarkKind } from '../cube/cube';

interface MarkRow {
  readonly kind: MarkKind;
  readonly subject: string;
  readonly from_at: Date;
  readonly to_at: Date;
  readonly reason: string;
}

/** Marks that are taken at a time. */
export const MARKS_AT_A_TIME = 5000;

/** Changed facts that wait, and how far the figures have got, in PostgreSQL. */
@Injectable()
export class MarkRepository {
  /** Notes that facts have changed. */
  async add(tx: Tx, marks: readonly Mark[]): Promise<void> {
    if (marks.length === 0) return;
    await tx.query(
      `insert into kpi_mark (plant, kind, subject, from_at, to_at, reason)
       select $1, * from unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[])`,
      [
        tx.plant,
        marks.map(({ kind }) => kind),
        marks.map(({ subject }) => subject),
        marks.map(({ fromAt, toAt }) => new Date(Math.min(fromAt, toAt)).toISOString()),
        marks.map(({ toAt }) => new Date(toAt).toISOString()),
        marks.map(({ reason }) => reason),
      ],
    );
  }

  /** Takes the oldest marks: they are gone with the commit. */
  async take(tx: Tx): Promise<Mark[]> {
    const rows = await tx.query<MarkRow>(
      `with taken as (delete from kpi_mark where plant = $1 and id in
         (select id from kpi_mark where plant = $1 order by id limit ${MARKS_AT_A_TIME}) returning id, kind, subject, from_at, to_at, reason)
       select kind, subject, from_at, to_at, reason from taken order by id`,
      [tx.plant],
    );
    return rows.map(({ from_at, to_at, ...rest }) => ({
      ...rest,
      fromAt: from_at.getTime(),
      toAt: to_at.getTime(),
    }));
  }

  /** Do changed facts wait? */
  async waiting(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ n: number }>('select count(*)::int as n from kpi_mark where plant = $1', [
      tx.plant,
    ]);
    return row?.n ?? 0;
  }

  /**
   * Up to which factory time the passing of time has been counted, locked until the commit: figures of a plant are brought up to
   * date by one at a time. @returns null: never yet
   */
  async lockCursor(tx: Tx): Promise<number | null> {
    await tx.query('insert into kpi_cursor (plant, as_of) values ($1, null) on conflict do nothing', [
      tx.plant,
    ]);
    const [row] = await tx.query<{ as_of: Date | null }>(
      'select as_of from kpi_cursor where plant = $1 for update',
      [tx.plant],
    );
    return row?.as_of?.getTime() ?? null;
  }

  /** Up to which factory time figures have been counted; null: never yet. */
  async cursor(tx: Tx): Promise<number | null> {
    const [row] = await tx.query<{ as_of: Date | null }>('select as_of from kpi_cursor where plant = $1', [
      tx.plant,
    ]);
    return row?.as_of?.getTime() ?? null;
  }

  /** Moves on. */
  async moveCursor(tx: Tx, asOf: number): Promise<void> {
    await tx.query('update kpi_cursor set as_of = $2 where plant = $1', [tx.plant, new Date(asOf)]);
  }

  /** When the first fact of the plant was; null: there are none. */
  async firstFact(tx: Tx): Promise<number | null> {
    const [row] = await tx.query<{ at: Date | null }>(
      `select least((select min(start_at) from state_interval where plant = $1), (select min(minute_at) from count_minute where plant = $1),
         (select min(at) from report where plant = $1), (select min(in_at) from attendance where plant = $1),
         (select min(occurred_at) from stock_movement where plant = $1), (select min(requested_at) from order_line where plant = $1),
         (select min(committed_at) from order_line where plant = $1), (select min(started_at) from work_order where plant = $1)) as at`,
      [tx.plant],
    );
    return row?.at?.getTime() ?? null;
  }
}
