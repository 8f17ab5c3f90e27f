import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { refuse, type Refusal, type Supply } from '@takt/contracts';
import { Exact, decimalText } from '@takt/production';
import type { Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import { SupplyEntity } from './inventory.entity';

/** Filters of the list of supplies. */
export interface SupplyFilter {
  readonly item?: readonly string[] | undefined;
  readonly open?: readonly string[] | undefined;
}

type Row = Omit<Supply, 'expectedAt' | 'receivedAt'> & {
  readonly expectedAt: Date;
  readonly receivedAt: Date | null;
};

function supplyOf({ id, item, qty, expectedAt, receivedAt, note }: Row): Supply {
  return {
    ...{ id, item, note },
    qty: decimalText(qty),
    expectedAt: expectedAt.toISOString(),
    receivedAt: receivedAt?.toISOString() ?? null,
  };
}

/** Expected receipts in PostgreSQL. */
@Injectable()
export class SupplyRepository {
  /** Announces a receipt. */
  async add(
    tx: Tx,
    supply: { item: string; qty: string; expectedAt: string; note: string },
  ): Promise<Supply> {
    const row = await tx.of(SupplyEntity).save({
      ...supply,
      plant: tx.plant,
      id: uuid(),
      expectedAt: new Date(supply.expectedAt),
      receivedAt: null,
    });
    this.announce(tx, row, { later: false });
    return supplyOf(row);
  }

  /** Moves an expected receipt; null: there is none that is open. */
  async move(
    tx: Tx,
    id: string,
    change: { expectedAt?: string | undefined; qty?: string | undefined },
  ): Promise<Supply | null> {
    const row = await this.lock(tx, id);
    if (!row || row.receivedAt !== null) return null;
    const expectedAt = change.expectedAt === undefined ? row.expectedAt : new Date(change.expectedAt);
    const later = expectedAt > row.expectedAt || new Exact(change.qty ?? row.qty).lessThan(row.qty);
    const saved = await tx.of(SupplyEntity).save({ ...row, expectedAt, qty: change.qty ?? row.qty });
    this.announce(tx, saved, { later });
    return supplyOf(saved);
  }

  /** How much of a supply is still to come, or came in the end; null: there is no such supply. */
  async announced(tx: Tx, id: string): Promise<string | null> {
    return (await tx.of(SupplyEntity).findOneBy({ plant: tx.plant, id }))?.qty ?? null;
  }

  /** What was expected has come, whole or in part. @returns `reference.unknown` · null when it is noted */
  async receive(
    tx: Tx,
    id: string,
    receipt: { item: string; qty: string; at: number },
  ): Promise<Refusal | null> {
    const row = await this.lock(tx, id);
    if (row?.item !== receipt.item)
      return refuse('reference.unknown', { field: 'supply', kind: 'supply', id });
    if (row.receivedAt !== null) return null;
    const rest = new Exact(row.qty).minus(receipt.qty);
    const saved = await tx
      .of(SupplyEntity)
      .save(
        rest.greaterThan(0)
          ? { ...row, qty: decimalText(rest) }
          : { ...row, receivedAt: new Date(receipt.at) },
      );
    this.announce(tx, saved, { later: false });
    return null;
  }

  /** Open supplies by item, the earliest first. */
  async open(tx: Tx): Promise<Supply[]> {
    const rows = await tx.query<Row>(
      `select id, item, qty, expected_at as "expectedAt", received_at as "receivedAt", note from supply
       where plant = $1 and received_at is null order by expected_at, id`,
      [tx.plant],
    );
    return rows.map(supplyOf);
  }

  /** One page. */
  async page(
    tx: Tx,
    filter: SupplyFilter,
    page: PageRequest,
  ): Promise<{ items: Supply[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<Row>(
      tx,
      {
        select:
          'select id, item, qty, expected_at as "expectedAt", received_at as "receivedAt", note from supply',
        where: [
          'plant = $1',
          '$2::text[] is null or item = any($2)',
          `$3::text[] is null or (case when received_at is null then 'yes' else 'no' end) = any($3)`,
        ],
        parameters: [tx.plant, filter.item ?? null, filter.open ?? null],
        sortable: { expectedAt: { sql: 'expected_at', type: 'timestamptz' } },
        id: { sql: 'id', type: 'uuid' },
      },
      page,
    );
    return { items: rows.map(supplyOf), nextCursor };
  }

  private lock(tx: Tx, id: string): Promise<SupplyEntity | null> {
    return tx
      .of(SupplyEntity)
      .findOne({ where: { plant: tx.plant, id }, lock: { mode: 'for_no_key_update' } });
  }

  private announce(tx: Tx, row: SupplyEntity, { later }: { later: boolean }): void {
    const { id: supply, item, expectedAt, receivedAt } = row;
    tx.announce('supply.changed', {
      ...{ supply, item, later },
      expectedAt: expectedAt.toISOString(),
      received: receivedAt !== null,
    });
  }
}
