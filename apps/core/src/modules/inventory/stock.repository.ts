import { Injectable } from '@nestjs/common';
import {
  refuse,
  type Lot,
  type Movement,
  type MovementKind,
  type Place,
  type Refusal,
  type StockLevel,
} from '@takt/contracts';
import { Exact, decimalText } from '@takt/production';
import type { Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';

/** Which stock is asked for. */
export interface StockQuery {
  /** null: now */
  readonly at: Date | null;
  readonly item: string | null;
  readonly place: Place | null;
}

/** Filters of the ledger; `from` and `to` half-open, by when it happened. */
export interface MovementFilter {
  readonly item?: readonly string[] | undefined;
  readonly lot?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly place?: readonly string[] | undefined;
  readonly workOrder?: readonly string[] | undefined;
  readonly order?: readonly string[] | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** Filters of the list of lots. */
export interface LotFilter {
  readonly id?: readonly string[] | undefined;
  readonly item?: readonly string[] | undefined;
  readonly place?: readonly string[] | undefined;
  readonly workOrder?: readonly string[] | undefined;
}

interface LevelRow {
  readonly item: string;
  readonly place: Place;
  readonly unit: string;
  readonly outside: boolean;
  readonly qty: string;
  readonly value: string;
  readonly reserved: string;
  readonly nextExpiryAt: Date | null;
}

interface MovementRow {
  readonly id: string;
  readonly kind: MovementKind;
  readonly item: string;
  readonly lot: string | null;
  readonly place: Place;
  readonly qty: string;
  readonly unit: string;
  readonly value: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly operation: string | null;
  readonly workOrder: string | null;
  readonly order: string | null;
  readonly orderLine: number | null;
  readonly worker: string | null;
  readonly source: string;
  readonly reverses: string | null;
  readonly note: string;
}

const NOW = `select b.item, b.place, sum(b.qty) as qty, sum(b.value) as value from stock_balance b where b.plant = $1 group by 1, 2`;
// Whole days from their sums, and the movements of the day that has begun.
const THEN = `select item, place, sum(qty) as qty, sum(value) as value from (
    select item, place, qty, value from stock_day where plant = $1 and day < ($4::timestamptz at time zone 'UTC')::date
    union all
    select item, place, qty, value from stock_movement where plant = $1 and occurred_at <= $4
      and occurred_at >= date_trunc('day', $4::timestamptz at time zone 'UTC') at time zone 'UTC'
  ) parts group by 1, 2`;

const levels = (source: string): string => `select s.item, s.place, i.unit, i.outside, s.qty, s.value,
    coalesce(r.qty, 0) as reserved, e.next as "nextExpiryAt"
  from (${source}) s join item i on i.plant = $1 and i.id = s.item
  left join (select item, sum(qty) as qty from reservation where plant = $1 group by 1) r
    on $4::timestamptz is null and r.item = s.item and s.place in ('raw', 'finished')
  left join (select b.item, b.place, min(l.expires_at) as next from stock_balance b
      join lot l on l.plant = b.plant and l.id = b.lot where b.plant = $1 and b.qty > 0 group by 1, 2) e
    on $4::timestamptz is null and e.item = s.item and e.place = s.place
  where ($2::text is null or s.item = $2) and ($3::text is null or s.place = $3) and (s.qty <> 0 or s.value <> 0)
  order by s.item, s.place`;

const MOVEMENTS = `select m.id, m.kind, m.item, m.lot, m.place, m.qty, m.unit, m.value, m.occurred_at as "occurredAt",
  m.recorded_at as "recordedAt", m.operation, m.work_order as "workOrder", m."order", m.order_line as "orderLine", m.worker,
  m.source, m.reverses, m.note
from stock_movement m`;

const LOTS = `select l.id, l.item, l.made_at as "madeAt", l.expires_at as "expiresAt", l.work_order as "workOrder",
  l.supplier_lot as "supplierLot", b.qty as "onHand", coalesce(r.qty, 0) as reserved, b.place
from lot l join stock_balance b on b.plant = l.plant and b.item = l.item and b.lot = l.id and b.place <> 'wip' and b.qty <> 0
  left join (select plant, lot, sum(qty) as qty from reservation group by 1, 2) r
    on r.plant = l.plant and r.lot = l.id and b.place <> 'quarantine'`;

// Kinds as refusals name them.
const UNKNOWN = `select a.kind, a.id from unnest($2::text[], $3::text[]) with ordinality a(kind, id, no)
  where not case a.kind
    when 'item' then exists (select from item t where t.plant = $1 and t.id = a.id)
    when 'lot' then exists (select from lot t where t.plant = $1 and t.id = a.id)
    when 'work order' then exists (select from work_order t where t.plant = $1 and t.id = a.id)
    else exists (select from customer_order t where t.plant = $1 and t.id = a.id) end
  order by a.no limit 1`;

/** A line of the ledger as callers see it. */
function movementView(row: MovementRow): Movement {
  const {
    id,
    kind,
    item,
    lot,
    place,
    unit,
    operation,
    workOrder,
    order,
    orderLine,
    worker,
    source,
    reverses,
    note,
  } = row;
  return {
    ...{
      id,
      kind,
      item,
      lot,
      place,
      unit,
      operation,
      workOrder,
      order,
      orderLine,
      worker,
      source,
      reverses,
      note,
    },
    qty: decimalText(row.qty),
    value: decimalText(row.value),
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
  };
}

/** Stock, lots and movements as lists show them. */
@Injectable()
export class StockRepository {
  /** @returns `thing.unknown` about the first of the things that somebody names and that there never was · null */
  async unknown(
    tx: Tx,
    {
      item = [],
      lot = [],
      workOrder = [],
      order = [],
    }: Pick<MovementFilter, 'item' | 'lot' | 'workOrder' | 'order'>,
  ): Promise<Refusal | null> {
    const kinds = { item, lot, 'work order': workOrder, order };
    const named = Object.entries(kinds).flatMap(([kind, ids]) => ids.map((id) => ({ kind, id })));
    if (named.length === 0) return null;
    const [first] = await tx.query<{ kind: string; id: string }>(UNKNOWN, [
      tx.plant,
      named.map(({ kind }) => kind),
      named.map(({ id }) => id),
    ]);
    return first ? refuse('thing.unknown', first) : null;
  }

  /** Stock by item and place, now or at an instant, and its value without what belongs to others. */
  async levels(tx: Tx, { at, item, place }: StockQuery): Promise<{ levels: StockLevel[]; value: string }> {
    const rows = await tx.query<LevelRow>(levels(at === null ? NOW : THEN), [tx.plant, item, place, at]);
    const own = rows.filter(({ outside }) => !outside);
    const value = own.reduce((total, row) => total.plus(row.value), new Exact(0));
    return { levels: rows.map(levelOf), value: decimalText(value) };
  }

  /** One page of the ledger. */
  async movements(
    tx: Tx,
    filter: MovementFilter,
    page: PageRequest,
  ): Promise<{ items: Movement[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<MovementRow>(
      tx,
      {
        select: MOVEMENTS,
        where: [
          'm.plant = $1',
          '$2::text[] is null or m.item = any($2)',
          '$3::text[] is null or m.lot = any($3)',
          '$4::text[] is null or m.kind = any($4)',
          '$5::text[] is null or m.place = any($5)',
          '$6::text[] is null or m.work_order = any($6)',
          '$7::text[] is null or m."order" = any($7)',
          '$8::timestamptz is null or m.occurred_at >= $8',
          '$9::timestamptz is null or m.occurred_at < $9',
        ],
        parameters: [
          tx.plant,
          filter.item ?? null,
          filter.lot ?? null,
          filter.kind ?? null,
          filter.place ?? null,
          filter.workOrder ?? null,
          filter.order ?? null,
          filter.from ?? null,
          filter.to ?? null,
        ],
        sortable: {
          occurredAt: { sql: 'm.occurred_at', type: 'timestamptz' },
          recordedAt: { sql: 'm.recorded_at', type: 'timestamptz' },
        },
        id: { sql: 'm.seq', type: 'bigint' },
      },
      page,
    );
    return { items: rows.map(movementView), nextCursor };
  }

  /** One line of the ledger. */
  async movement(tx: Tx, id: string): Promise<Movement | null> {
    const [row] = await tx.query<MovementRow>(`${MOVEMENTS} where m.plant = $1 and m.id = $2`, [
      tx.plant,
      id,
    ]);
    return row ? movementView(row) : null;
  }

  /** Lines of the ledger, as they were written. */
  async movementsOf(tx: Tx, ids: readonly string[]): Promise<Movement[]> {
    const rows = await tx.query<MovementRow>(
      `${MOVEMENTS} where m.plant = $1 and m.id = any($2) order by m.seq`,
      [tx.plant, ids],
    );
    return rows.map(movementView);
  }

  /** One page of lots that are there. */
  async lots(
    tx: Tx,
    filter: LotFilter,
    page: PageRequest,
  ): Promise<{ items: Lot[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<
      Omit<Lot, 'madeAt' | 'expiresAt'> & { madeAt: Date; expiresAt: Date | null }
    >(
      tx,
      {
        select: LOTS,
        where: [
          'l.plant = $1',
          '$2::text[] is null or l.item = any($2)',
          '$3::text[] is null or b.place = any($3)',
          '$4::text[] is null or l.work_order = any($4)',
          '$5::text[] is null or l.id = any($5)',
        ],
        parameters: [
          tx.plant,
          ...[filter.item, filter.place, filter.workOrder, filter.id].map((of) => of ?? null),
        ],
        sortable: {
          expiresAt: { sql: 'l.expires_at', type: 'timestamptz' },
          madeAt: { sql: 'l.made_at', type: 'timestamptz' },
          id: { sql: 'l.id', type: 'text' },
        },
        id: { sql: `l.id || ' ' || b.place`, type: 'text' },
      },
      page,
    );
    const items = rows.map(
      ({ id, item, workOrder, supplierLot, place, onHand, reserved, madeAt, expiresAt }) => ({
        ...{ id, item, workOrder, supplierLot, place },
        onHand: decimalText(onHand),
        reserved: decimalText(reserved),
        madeAt: madeAt.toISOString(),
        expiresAt: expiresAt?.toISOString() ?? null,
      }),
    );
    return { items, nextCursor };
  }

  /** Running totals that are not the sums of the ledger; always none. Days likewise. */
  drift(tx: Tx): Promise<{ item: string; place: string; lot: string; kept: string; summed: string }[]> {
    return tx.query(
      `with summed as (select item, place, coalesce(lot, '') as lot, sum(qty) as qty, sum(value) as value
         from stock_movement where plant = $1 group by 1, 2, 3),
       days as (select item, place, sum(qty) as qty, sum(value) as value from stock_day where plant = $1 group by 1, 2),
       places as (select item, place, sum(qty) as qty, sum(value) as value from stock_movement where plant = $1 group by 1, 2)
       select item, place, lot, concat(b.qty, ' ', b.value) as kept, concat(s.qty, ' ', s.value) as summed
       from (select item, place, lot, qty, value from stock_balance where plant = $1) b full join summed s using (item, place, lot)
       where b.qty is distinct from s.qty or b.value is distinct from s.value
       union all
       select item, place, 'day', concat(d.qty, ' ', d.value), concat(p.qty, ' ', p.value)
       from days d full join places p using (item, place)
       where d.qty is distinct from p.qty or d.value is distinct from p.value`,
      [tx.plant],
    );
  }
}

function levelOf({ item, place, unit, qty, value, reserved, nextExpiryAt }: LevelRow): StockLevel {
  const onHand = new Exact(qty);
  return {
    item,
    place,
    unit,
    onHand: decimalText(onHand),
    reserved: decimalText(reserved),
    available: decimalText(place === 'raw' || place === 'finished' ? onHand.minus(reserved) : 0),
    value: decimalText(value),
    nextExpiryAt: nextExpiryAt?.toISOString() ?? null,
    negative: onHand.isNegative(),
  };
}
