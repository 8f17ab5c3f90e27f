import { Injectable } from '@nestjs/common';
import type { Place } from '@takt/contracts';
import type { ArrivingLot, LotStock } from '@takt/inventory';
import { decimalText } from '@takt/production';
import { insertNew, rowById, type Tx } from '../../platform/database';
import { LotEntity } from './inventory.entity';

/** A lot that comes into being. Instants epoch ms. */
export interface NewLot {
  readonly id: string;
  readonly item: string;
  readonly madeAt: number;
  readonly expiresAt: number | null;
  readonly workOrder: string | null;
  readonly supplierLot: string | null;
}

/** Lots in PostgreSQL. */
@Injectable()
export class LotRepository {
  /** Creates a lot unless it is there. @returns the lot that is there now */
  async ensure(tx: Tx, { madeAt, expiresAt, ...lot }: NewLot): Promise<ArrivingLot> {
    const row = {
      ...lot,
      plant: tx.plant,
      madeAt: new Date(madeAt),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
    };
    await insertNew(tx, LotEntity, row);
    return (await this.find(tx, lot.id)) ?? { id: lot.id, item: lot.item, expiresAt };
  }

  /** A lot as it is known; null: there is no such lot. */
  async find(tx: Tx, id: string): Promise<ArrivingLot | null> {
    const kept = await rowById(tx, LotEntity, id);
    return kept && { id: kept.id, item: kept.item, expiresAt: kept.expiresAt?.getTime() ?? null };
  }

  /** The item of a lot; null: there is no such lot. */
  async itemOf(tx: Tx, id: string): Promise<string | null> {
    return (await this.find(tx, id))?.item ?? null;
  }

  /** When a lot expires, epoch ms; null: never, or there is no such lot. */
  async expiryOf(tx: Tx, id: string): Promise<number | null> {
    return (await rowById(tx, LotEntity, id))?.expiresAt?.getTime() ?? null;
  }

  /** The next number of a lot that nobody named: `L-1001` … */
  async nextId(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ id: string }>(`select 'L-' || nextval('lot_number') as id`);
    return row?.id ?? '';
  }

  /** Items of which lots that have expired still lie somewhere. */
  async itemsExpired(tx: Tx, at: number): Promise<string[]> {
    const rows = await tx.query<{ item: string }>(
      `select distinct l.item from lot l join stock_balance b on b.plant = l.plant and b.item = l.item and b.lot = l.id
       where l.plant = $1 and l.expires_at <= $2 and b.place <> 'wip' and b.qty > 0 order by 1`,
      [tx.plant, new Date(at)],
    );
    return rows.map(({ item }) => item);
  }

  /** Lots of an item whose write-off by a recorder somebody took back: he knows better. */
  async spared(tx: Tx, item: string, source: string): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ lot: string }>(
      `select distinct m.lot from stock_movement m join stock_movement o on o.plant = m.plant and o.id = m.reverses
       where m.plant = $1 and m.item = $2 and o.source = $3 and m.lot is not null`,
      [tx.plant, item, source],
    );
    return new Set(rows.map(({ lot }) => lot));
  }

  /** When something of each lot of an item moved last, epoch ms. */
  async lastMoved(tx: Tx, item: string): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ lot: string; at: Date }>(
      `select m.lot, max(m.occurred_at) as at from stock_movement m where m.plant = $1 and m.item = $2 and m.lot is not null group by 1`,
      [tx.plant, item],
    );
    return new Map(rows.map(({ lot, at }) => [lot, at.getTime()]));
  }

  /** Stock of an item by lot and place, without work in progress and without what is reserved. */
  async stock(tx: Tx, item: string): Promise<LotStock[]> {
    const rows = await tx.query<{
      lot: string;
      place: Place;
      qty: string;
      madeAt: Date | null;
      expiresAt: Date | null;
    }>(
      `select b.lot, b.place, b.qty, l.made_at as "madeAt", l.expires_at as "expiresAt" from stock_balance b
       left join lot l on l.plant = b.plant and l.id = b.lot
       where b.plant = $1 and b.item = $2 and b.place <> 'wip' and b.qty <> 0 order by b.lot, b.place`,
      [tx.plant, item],
    );
    return rows.map(({ lot, place, qty, madeAt, expiresAt }) => ({
      lot: lot === '' ? null : lot,
      place,
      onHand: decimalText(qty),
      reserved: '0',
      madeAt: madeAt?.getTime() ?? 0,
      expiresAt: expiresAt?.getTime() ?? null,
    }));
  }
}
