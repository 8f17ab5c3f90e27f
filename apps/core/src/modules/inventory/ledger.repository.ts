import { Injectable } from '@nestjs/common';
import { Any, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Place } from '@takt/contracts';
import { EMPTY, type Balance, type LedgerEntry, type MovementDraft } from '@takt/inventory';
import { Exact, decimalText } from '@takt/production';
import type { Tx } from '../../platform/database';
import type { LineKey } from '../order';
import { StockMovementEntity } from './inventory.entity';
import { ShortfallRepository } from './shortfall.repository';

/** A line of the ledger with who recorded it. */
export interface KeptMovement extends LedgerEntry {
  readonly source: string;
  readonly commandId: string | null;
  /** the command whose lines belong together */
  readonly booking: string | null;
}

/** How lines are recorded. */
export interface Recording {
  /** epoch ms */
  readonly at: number;
  readonly by: string;
  /** for commands of people: it stands on the first line, and is carried out once */
  readonly commandId?: string | null;
  /** the command whose lines belong together */
  readonly booking?: string | null;
}

function entryOf(row: StockMovementEntity): KeptMovement {
  const { id, kind, item, lot, place, unit, reverses, corrects, note, source, commandId, booking } = row;
  const { report, operation, workOrder, order, orderLine, worker } = row;
  return {
    ...{ id, item, lot, unit, reverses, corrects, note, source, commandId, booking },
    seq: Number(row.seq),
    kind: kind as LedgerEntry['kind'],
    place: place as Place,
    qty: decimalText(row.qty),
    value: decimalText(row.value),
    occurredAt: row.occurredAt.getTime(),
    recordedAt: row.recordedAt.getTime(),
    cause: { report, operation, workOrder, order, orderLine, worker },
  };
}

const balance = (row: { qty: string | null; value: string | null } | undefined): Balance =>
  row ? { qty: new Exact(row.qty ?? 0), value: new Exact(row.value ?? 0) } : EMPTY;

/**
 * The stock ledger in PostgreSQL: lines are only added. The running totals beside it are the sums of its lines, kept in the same
 * transaction.
 */
@Injectable()
export class LedgerRepository {
  constructor(private readonly shortfalls: ShortfallRepository) {}

  /** Holds items for this transaction, so that of two who take from them one waits for the other. */
  async lock(tx: Tx, items: readonly string[]): Promise<void> {
    for (const item of [...new Set(items)].sort())
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('stock:' || $1 || ':' || $2, 0))`, [
        tx.plant,
        item,
      ]);
  }

  /** Adds lines, and their sums to the running totals. @returns their ids, in the order given */
  async append(
    tx: Tx,
    drafts: readonly MovementDraft[],
    { at, by, commandId = null, booking = null }: Recording,
  ): Promise<string[]> {
    if (drafts.length === 0) return [];
    await this.flagLate(tx, drafts);
    const ids = drafts.map(() => uuid());
    await tx.of(StockMovementEntity).insert(
      drafts.map(({ cause, occurredAt, ...draft }, i) => ({
        ...draft,
        plant: tx.plant,
        id: ids[i] ?? '',
        occurredAt: new Date(occurredAt),
        recordedAt: new Date(at),
        report: cause.report ?? null,
        operation: cause.operation ?? null,
        workOrder: cause.workOrder ?? null,
        order: cause.order ?? null,
        orderLine: cause.orderLine ?? null,
        worker: cause.worker ?? null,
        source: by,
        commandId: i === 0 ? commandId : null,
        booking,
      })),
    );
    await this.addUp(tx, ids);
    await this.shortfalls.note(tx, drafts, at);
    return ids;
  }

  /** Stock of an item over all places but work in progress. */
  async pool(tx: Tx, item: string): Promise<Balance> {
    const [row] = await tx.query<{ qty: string | null; value: string | null }>(
      `select sum(qty) as qty, sum(value) as value from stock_balance where plant = $1 and item = $2 and place <> 'wip'`,
      [tx.plant, item],
    );
    return balance(row);
  }

  /** Stock of a lot at a place. */
  async lotBalance(tx: Tx, item: string, place: Place, lot: string): Promise<Balance> {
    const [row] = await tx.query<{ qty: string; value: string }>(
      'select qty, value from stock_balance where plant = $1 and item = $2 and place = $3 and lot = $4',
      [tx.plant, item, place, lot],
    );
    return balance(row);
  }

  /** Lots of an item that lie at a place, the largest first. */
  async lotsAt(tx: Tx, item: string, place: Place): Promise<string[]> {
    const rows = await tx.query<{ lot: string }>(
      `select lot from stock_balance where plant = $1 and item = $2 and place = $3 and lot <> '' and qty > 0 order by qty desc, lot`,
      [tx.plant, item, place],
    );
    return rows.map(({ lot }) => lot);
  }

  /** One line. */
  async find(tx: Tx, id: string): Promise<KeptMovement | null> {
    const row = await tx.of(StockMovementEntity).findOneBy({ plant: tx.plant, id });
    return row && entryOf(row);
  }

  /** Some lines, in no order. */
  async many(tx: Tx, ids: readonly string[]): Promise<KeptMovement[]> {
    const rows = await tx.of(StockMovementEntity).findBy({ plant: tx.plant, id: Any([...ids]) });
    return rows.map(entryOf);
  }

  /** The first line of a command of a person, and holds the command, so that of two that are one the second finds what the first wrote. */
  async command(tx: Tx, commandId: string): Promise<KeptMovement | null> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('command:' || $1 || ':' || $2, 0))`, [
      tx.plant,
      commandId,
    ]);
    const row = await tx.of(StockMovementEntity).findOneBy({ plant: tx.plant, commandId });
    return row && entryOf(row);
  }

  /** The lines of a command that belong together, as they were written. */
  async ofBooking(tx: Tx, booking: string): Promise<KeptMovement[]> {
    const rows = await tx
      .of(StockMovementEntity)
      .find({ where: { plant: tx.plant, booking }, order: { seq: 'ASC' } });
    return rows.map(entryOf);
  }

  /** What has left for an order line, and come back. */
  async shipped(tx: Tx, { order, line }: LineKey): Promise<KeptMovement[]> {
    const rows = await tx.of(StockMovementEntity).find({
      where: { plant: tx.plant, order, orderLine: line, kind: In(['shipment', 'return']) },
      order: { seq: 'ASC' },
    });
    return rows.map(entryOf);
  }

  /** The lines that a report booked, without value corrections and counter-entries, as they were written. */
  async ofReport(tx: Tx, report: string): Promise<KeptMovement[]> {
    const rows = await tx
      .of(StockMovementEntity)
      .find({ where: { plant: tx.plant, report }, order: { seq: 'ASC' } });
    return rows.filter(({ reverses, corrects }) => reverses === null && corrects === null).map(entryOf);
  }

  /** What has been written about a line since: its counter-entry and its value corrections. */
  async about(tx: Tx, id: string): Promise<{ reversedBy: string | null; corrections: KeptMovement[] }> {
    const rows = await tx.of(StockMovementEntity).find({
      where: [
        { plant: tx.plant, reverses: id },
        { plant: tx.plant, corrects: id },
      ],
    });
    return {
      reversedBy: rows.find(({ reverses }) => reverses === id)?.id ?? null,
      corrections: rows.filter(({ corrects }) => corrects === id).map(entryOf),
    };
  }

  /** Notes items valued at moving averages of which something later has been written already: their values are restated soon. */
  private async flagLate(tx: Tx, drafts: readonly MovementDraft[]): Promise<void> {
    const first = new Map<string, number>();
    for (const { item, occurredAt, corrects } of drafts)
      if (corrects === null) first.set(item, Math.min(occurredAt, first.get(item) ?? Infinity));
    await tx.query(
      `insert into stock_restatement (plant, item) select $1, d.item
       from unnest($2::text[], $3::timestamptz[]) d(item, at) join plant p on p.plant = $1 and p.costing = 'moving-average'
       where exists (select 1 from stock_movement m where m.plant = $1 and m.item = d.item and m.occurred_at > d.at)
       on conflict do nothing`,
      [tx.plant, [...first.keys()], [...first.values()].map((at) => new Date(at))],
    );
  }

  private async addUp(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query(
      `insert into stock_balance (plant, item, place, lot, qty, value)
       select plant, item, place, coalesce(lot, ''), sum(qty), sum(value) from stock_movement
       where plant = $1 and id = any($2) group by 1, 2, 3, 4 order by 2, 3, 4
       on conflict (plant, item, place, lot)
       do update set qty = stock_balance.qty + excluded.qty, value = stock_balance.value + excluded.value`,
      [tx.plant, ids],
    );
    await tx.query(
      `insert into stock_day (plant, item, place, day, qty, value)
       select plant, item, place, (occurred_at at time zone 'UTC')::date, sum(qty), sum(value) from stock_movement
       where plant = $1 and id = any($2) group by 1, 2, 3, 4 order by 2, 3, 4
       on conflict (plant, item, place, day)
       do update set qty = stock_day.qty + excluded.qty, value = stock_day.value + excluded.value`,
      [tx.plant, ids],
    );
  }
}
