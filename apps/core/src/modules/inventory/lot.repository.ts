import { Injectable } from '@nestjs/common';
import type { Place } from '@takt/contracts';
import type { LotStock } from '@takt/inventory';
import { decimalText } from '@takt/production';
import type { Tx } from '../../platform/database';
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
  /** Creates a lot unless it is there. @returns the item of the lot that is there now */
  async ensure(tx: Tx, { madeAt, expiresAt, ...lot }: NewLot): Promise<string> {
    const row = {
      ...lot,
      plant: tx.plant,
      madeAt: new Date(madeAt),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
    };
    await tx.of(LotEntity).createQueryBuilder().insert().values(row).orIgnore().execute();
    return (await tx.of(LotEntity).findOneBy({ plant: tx.plant, id: lot.id }))?.item ?? lot.item;
  }

  /** The item of a lot; null: there is no such lot. */
  async itemOf(tx: Tx, id: string): Promise<string | null> {
    return (await tx.of(LotEntity).findOneBy({ plant: tx.plant, id }))?.item ?? null;
  }

  /** The next number of a lot that nobody named: `L-1001` … */
  async nextId(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ id: string }>(`select 'L-' || nextval('lot_number') as id`);
    return row?.id ?? '';
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
