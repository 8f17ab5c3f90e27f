import { Injectable } from '@nestjs/common';
import type { Place, StockException } from '@takt/contracts';
import type { MovementDraft } from '@takt/inventory';
import { decimalText } from '@takt/production';
import type { Tx } from '../../platform/database';

// Stock at an instant is stock now without what has changed since. A live line has nothing after it, so this is a look at an index.
const NOTE = `insert into stock_shortfall (plant, item, place, lot, noted_at)
  select $1, b.item, b.place, b.lot, $6
  from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[]) d(item, place, lot, at)
  join stock_balance b on b.plant = $1 and b.item = d.item and b.place = d.place and b.lot = d.lot
  where b.qty < 0
    or exists (select from stock_shortfall s where s.plant = $1 and s.item = d.item and s.place = d.place and s.lot = d.lot)
    or b.qty < (select max(later.qty) from (
      select sum(m.qty) over (order by m.occurred_at desc) as qty from (
        select occurred_at, qty from stock_movement
        where plant = $1 and d.lot <> '' and lot = d.lot and occurred_at > d.at and item = d.item and place = d.place
        union all
        select occurred_at, qty from stock_movement
        where plant = $1 and d.lot = '' and lot is null and occurred_at > d.at and item = d.item and place = d.place
      ) m) later)
  order by 2, 3, 4
  on conflict (plant, item, place, lot) do update set noted_at = excluded.noted_at`;

// Levels of the few lots that were ever below zero, cut where they cross it.
const EXCEPTIONS = `with noted as (
    select item, place, lot from stock_balance where plant = $1 and qty < 0
    union select item, place, lot from stock_shortfall where plant = $1 and noted_at >= $2
  ), changes as (
    select n.item, n.place, n.lot, m.at, sum(m.qty) as qty from noted n join lateral (
      select occurred_at as at, qty from stock_movement
      where plant = $1 and n.lot <> '' and lot = n.lot and item = n.item and place = n.place
      union all
      select occurred_at, qty from stock_movement
      where plant = $1 and n.lot = '' and lot is null and item = n.item and place = n.place
    ) m on true group by 1, 2, 3, 4
  ), levels as (
    select *, sum(qty) over (partition by item, place, lot order by at) as level from changes
  ), crossings as (
    select *, (level < 0) <> coalesce(lag(level < 0) over (partition by item, place, lot order by at), false) as crosses
    from levels
  ), stretches as (
    select *, count(*) filter (where crosses) over (partition by item, place, lot order by at) as no from crossings
  ), spans as (
    select item, place, lot, min(at) as "from", min(level) as lowest,
      lead(min(at)) over (partition by item, place, lot order by no) as until
    from stretches group by item, place, lot, no
  )
  select s.item, s.place, nullif(s.lot, '') as lot, i.unit, b.qty, b.value, s."from", s.until, s.lowest, m.id as movement,
    m.recorded_at as "recordedAt"
  from spans s join item i on i.plant = $1 and i.id = s.item
  join stock_balance b on b.plant = $1 and b.item = s.item and b.place = s.place and b.lot = s.lot
  left join lateral (select id, recorded_at from stock_movement m where m.plant = $1 and m.item = s.item and m.place = s.place
    and m.lot is not distinct from nullif(s.lot, '') and m.qty < 0 and m.occurred_at >= s."from"
    and (s.until is null or m.occurred_at < s.until) order by m.seq desc limit 1) m on true
  where s.lowest < 0 and (s.until is null or greatest(s.until, m.recorded_at) >= $2)
  order by s.until desc nulls first, s.item, s.place, s.lot, s."from"`;

type Row = Omit<StockException, 'from' | 'until' | 'recordedAt'> & {
  readonly from: Date;
  readonly until: Date | null;
  readonly recordedAt: Date | null;
};

/** Where and when stock was below zero, now or in the past. */
@Injectable()
export class ShortfallRepository {
  /**
   * Notes which lots at which places have been below zero at any instant from those of some lines on: the whole ledger need not be
   * searched for them later. Called behind the running totals.
   * @param at epoch ms
   */
  async note(tx: Tx, drafts: readonly MovementDraft[], at: number): Promise<void> {
    const first = new Map<string, { item: string; place: Place; lot: string; at: number }>();
    for (const { item, place, lot, occurredAt } of drafts) {
      const key = JSON.stringify([item, place, lot]);
      const since = Math.min(occurredAt, first.get(key)?.at ?? Infinity);
      first.set(key, { item, place, lot: lot ?? '', at: since });
    }
    const touched = [...first.values()];
    await tx.query(NOTE, [
      tx.plant,
      touched.map(({ item }) => item),
      touched.map(({ place }) => place),
      touched.map(({ lot }) => lot),
      touched.map((one) => new Date(one.at)),
      new Date(at),
    ]);
  }

  /**
   * When stock was below zero: what still is, then what has been mended or was written since an instant, the last first.
   * @param since epoch ms
   */
  async exceptions(tx: Tx, since: number): Promise<StockException[]> {
    const rows = await tx.query<Row>(EXCEPTIONS, [tx.plant, new Date(since)]);
    return rows.map(({ qty, value, lowest, from, until, recordedAt, ...row }) => ({
      ...row,
      qty: decimalText(qty),
      value: decimalText(value),
      lowest: decimalText(lowest),
      from: from.toISOString(),
      until: until?.toISOString() ?? null,
      recordedAt: recordedAt?.toISOString() ?? null,
    }));
  }
}
