import { Injectable } from '@nestjs/common';
import { decimalText, lineStanding, type LineStanding, type OrderLineFacts } from '@takt/production';
import { insertNew, rowsOf, updateMany, type Tx } from '../../platform/database';
import { CustomerOrderEntity, OrderLineEntity } from './order.entity';
import type { LineForecast, LineKey } from './ports';

/** An order line as decisions see it: quantities decimal text, instants epoch ms. */
export interface Line extends OrderLineFacts {
  readonly item: string;
  readonly note: string;
  /** has work on it begun? */
  readonly begun: boolean;
  readonly shippedAt: number | null;
}

/** The head of an order. */
export interface OrderHead {
  readonly id: string;
  readonly customer: string;
  readonly channel: string;
  readonly channelRevision: number;
  /** epoch ms */
  readonly receivedAt: number;
  readonly revision: number;
}

const ms = (date: Date | null): number | null => (date === null ? null : date.getTime());
const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));

function headOf({ plant: _, receivedAt, ...rest }: CustomerOrderEntity): OrderHead {
  return { ...rest, receivedAt: receivedAt.getTime() };
}

/** A stored row as a line. */
export function lineOf(row: OrderLineEntity): Line {
  const { order, line, item, note, begun } = row;
  return {
    order,
    line,
    item,
    note,
    begun,
    qty: decimalText(row.qty),
    qtyFromStock: decimalText(row.qtyFromStock),
    qtyReady: decimalText(row.qtyReady),
    qtyShipped: decimalText(row.qtyShipped),
    status: row.status as Line['status'],
    requestedAt: row.requestedAt.getTime(),
    committedAt: ms(row.committedAt),
    latestCommittedAt: ms(row.latestCommittedAt),
    forecastAt: ms(row.forecastAt),
    shippedAt: ms(row.shippedAt),
  };
}

function rowOf(plant: string, line: Line, standing: LineStanding): OrderLineEntity {
  return {
    ...line,
    plant,
    status: standing.status,
    risk: standing.risk,
    promiseAt: new Date(standing.promiseAt),
    urgencyAt: dateOf(standing.urgencyAt),
    requestedAt: new Date(line.requestedAt),
    committedAt: dateOf(line.committedAt),
    latestCommittedAt: dateOf(line.latestCommittedAt),
    forecastAt: dateOf(line.forecastAt),
    shippedAt: dateOf(line.shippedAt),
  };
}

/** Customer orders and their lines in PostgreSQL. */
@Injectable()
export class OrderRepository {
  /** An order; null: there is none. */
  async head(tx: Tx, id: string): Promise<OrderHead | null> {
    const row = await tx.of(CustomerOrderEntity).findOneBy({ plant: tx.plant, id });
    return row && headOf(row);
  }

  /** An order, locked until the commit: of two people who change it one waits for the other. */
  async lock(tx: Tx, id: string): Promise<OrderHead | null> {
    const row = await tx
      .of(CustomerOrderEntity)
      .findOne({ where: { plant: tx.plant, id }, lock: { mode: 'for_no_key_update' } });
    return row && headOf(row);
  }

  /** Creates an order. Without an id it gets the next number. @returns null when the id is taken */
  async create(
    tx: Tx,
    head: Omit<OrderHead, 'id' | 'revision'> & { readonly id?: string },
  ): Promise<OrderHead | null> {
    const created: OrderHead = { ...head, id: head.id ?? (await this.nextId(tx)), revision: 1 };
    const row = { ...created, plant: tx.plant, receivedAt: new Date(created.receivedAt) };
    if (await insertNew(tx, CustomerOrderEntity, row)) return created;
    return head.id === undefined ? this.create(tx, head) : null;
  }

  /** Counts the revision of an order up. */
  async touch(tx: Tx, head: OrderHead): Promise<OrderHead> {
    const revision = head.revision + 1;
    await tx
      .of(CustomerOrderEntity)
      .update({ plant: tx.plant, id: head.id }, { revision, channelRevision: head.channelRevision });
    return { ...head, revision };
  }

  /** The lines of an order, by number. */
  async lines(tx: Tx, order: string): Promise<Line[]> {
    const rows = await tx
      .of(OrderLineEntity)
      .find({ where: { plant: tx.plant, order }, order: { line: 'ASC' } });
    return rows.map(lineOf);
  }

  /** One line, locked until the commit. */
  async lockLine(tx: Tx, { order, line }: LineKey): Promise<Line | null> {
    const row = await tx
      .of(OrderLineEntity)
      .findOne({ where: { plant: tx.plant, order, line }, lock: { mode: 'for_no_key_update' } });
    return row && lineOf(row);
  }

  /** Creates or replaces a line with all that follows from its facts. @returns the line as stored */
  async saveLine(tx: Tx, line: Line, marginMs: number): Promise<Line> {
    const standing = lineStanding(line, line.begun, marginMs);
    await tx.of(OrderLineEntity).save(rowOf(tx.plant, line, standing));
    return { ...line, status: standing.status };
  }

  /** Stores lines that are there with all that follows from their facts. */
  async saveLines(tx: Tx, lines: readonly Line[], marginMs: number): Promise<void> {
    const rows = lines.map((line) => rowOf(tx.plant, line, lineStanding(line, line.begun, marginMs)));
    await updateMany(tx, OrderLineEntity, rows);
  }

  /** Open lines whose forecast is another than these, locked, in the order of their keys. */
  async linesWithOtherForecast(tx: Tx, forecasts: readonly LineForecast[]): Promise<Line[]> {
    const rows = await tx.query<{ order: string; line: number }>(
      `select l."order", l.line from order_line l
       join unnest($2::text[], $3::int[], $4::timestamptz[]) as f("order", line, forecast_at)
         on l."order" = f."order" and l.line = f.line
       where l.plant = $1 and l.urgency_at is not null and l.forecast_at is distinct from f.forecast_at
       order by l."order", l.line for no key update of l`,
      [
        tx.plant,
        forecasts.map(({ order }) => order),
        forecasts.map(({ line }) => line),
        forecasts.map(({ forecastAt }) => dateOf(forecastAt)),
      ],
    );
    return this.ofKeys(tx, rows);
  }

  /** Open lines of an item that a forecast or stock may serve, the earliest promise first. */
  async openLines(tx: Tx, item: string): Promise<Line[]> {
    const rows = await tx.query<{ order: string; line: number }>(
      'select "order", line from order_line where plant = $1 and item = $2 and urgency_at is not null order by promise_at, "order", line',
      [tx.plant, item],
    );
    return this.ofKeys(tx, rows);
  }

  /** Lines in the order of their keys. */
  private async ofKeys(tx: Tx, keys: readonly LineKey[]): Promise<Line[]> {
    if (keys.length === 0) return [];
    const orders = [...new Set(keys.map(({ order }) => order))];
    const found = await rowsOf(tx, OrderLineEntity, 'where plant = $1 and "order" = any($2)', [
      tx.plant,
      orders,
    ]);
    const byKey = new Map(found.map((row) => [`${row.order}/${row.line}`, row]));
    return keys.flatMap(({ order, line }) => {
      const row = byKey.get(`${order}/${line}`);
      return row ? [lineOf(row)] : [];
    });
  }

  private async nextId(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ id: string }>(`select 'O-' || nextval('order_number') as id`);
    return row?.id ?? '';
  }
}
