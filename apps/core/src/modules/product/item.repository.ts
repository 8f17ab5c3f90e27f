import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { isRefusal, type Item, type Refusal } from '@takt/contracts';
import { decimalText } from '@takt/production';
import { likePattern, masterById, putMany, putRevised, type Tx } from '../../platform/database';
import { cursorPage, ifMatches, type PageRequest } from '../../platform/http';
import { rowsOf, type Many, type Values } from '../plant';
import { ItemEntity } from './item.entity';

/** Filters of the list of items. */
export interface ItemFilter {
  readonly kind?: readonly string[] | undefined;
  readonly class?: readonly string[] | undefined;
  readonly active?: readonly string[] | undefined;
  readonly replenishment?: readonly string[] | undefined;
}

/** A page of a list that is searched by text. */
export interface SearchPage extends PageRequest {
  readonly q?: string | undefined;
}

function itemOf({ plant: _, nameZh, ...row }: ItemEntity): Item {
  return {
    ...row,
    ...(nameZh === null ? {} : { nameZh }),
    standardCost: decimalText(row.standardCost),
    price: row.price === null ? null : decimalText(row.price),
    stockMin: decimalText(row.stockMin),
    lotSize: decimalText(row.lotSize),
  } as Item;
}

/** Items in PostgreSQL. */
@Injectable()
export class ItemRepository {
  /** One item. */
  async find(tx: Tx, id: string): Promise<Item | null> {
    const row = await masterById(tx, ItemEntity, id);
    return row && itemOf(row);
  }

  /** Items by id: all of the plant, or those that are named. */
  async byId(tx: Tx, ids?: readonly string[]): Promise<Map<string, Item>> {
    const rows = await tx.of(ItemEntity).findBy({ plant: tx.plant, ...(ids ? { id: Any([...ids]) } : {}) });
    return new Map(rows.map((row) => [row.id, itemOf(row)]));
  }

  /** The item with a trade item number; of two people who give the same one away the second waits for the first, and for an import. */
  async ofGtin(tx: Tx, gtin: string): Promise<string | null> {
    await tx.query('lock table item in row exclusive mode');
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('gtin:' || $1 || ':' || $2, 0))`, [
      tx.plant,
      gtin,
    ]);
    return (await tx.of(ItemEntity).findOneBy({ plant: tx.plant, gtin }))?.id ?? null;
  }

  /** Items that orders, work orders or stock movements name: of these, or of all. */
  async booked(tx: Tx, ids: readonly string[] | null = null): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from item where plant = $1 and ($2::text[] is null or id = any($2)) and (
         exists (select 1 from stock_movement one where one.plant = item.plant and one.item = item.id)
         or exists (select 1 from order_line one where one.plant = item.plant and one.item = item.id)
         or exists (select 1 from work_order one where one.plant = item.plant and one.item = item.id))`,
      [tx.plant, ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of these ids are items. */
  async known(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>('select id from item where plant = $1 and id = any($2)', [
      tx.plant,
      ids,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  /** One page of items. */
  async page(
    tx: Tx,
    filter: ItemFilter,
    page: SearchPage,
  ): Promise<{ items: Item[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<{ id: string }>(
      tx,
      {
        select: 'select id from item',
        where: [
          'plant = $1',
          '$2::text[] is null or kind = any($2)',
          '$3::text[] is null or class = any($3)',
          '$4::text[] is null or active::text = any($4)',
          '$5::text[] is null or replenishment = any($5)',
          '$6::text is null or id ilike $6 or name ilike $6 or name_zh ilike $6',
        ],
        parameters: [
          tx.plant,
          filter.kind ?? null,
          filter.class ?? null,
          filter.active ?? null,
          filter.replenishment ?? null,
          page.q === undefined ? null : likePattern(page.q),
        ],
        sortable: { id: { sql: 'id', type: 'text' }, name: { sql: 'name', type: 'text' } },
        id: { sql: 'id', type: 'text' },
      },
      page,
    );
    const items = await this.byId(
      tx,
      rows.map(({ id }) => id),
    );
    return { items: rows.flatMap(({ id }) => items.get(id) ?? []), nextCursor };
  }

  /** Creates or replaces an item. */
  async put(tx: Tx, id: string, values: Values<Item>): Promise<Item | Refusal> {
    const saved = await putRevised(tx, {
      entity: ItemEntity,
      key: { plant: tx.plant, id },
      values: { ...values, nameZh: values.nameZh ?? null },
      check: (stored) => ifMatches(`item ${id}`, stored),
    });
    return isRefusal(saved) ? saved : itemOf(saved);
  }

  /** Creates or replaces many items. */
  putMany(tx: Tx, items: Many<Item>): Promise<void> {
    return putMany(tx, ItemEntity, rowsOf(tx, items));
  }
}
