import { Injectable } from '@nestjs/common';
import type { Interval } from '@takt/calendar';
import { lineDelivery, orderDelivery, type DeliveryOutcome } from '@takt/kpi';
import { groupBy } from '@takt/production';
import type { Tx } from '../../../platform/database';
import type { PlantAsWas } from '../roll-up/as-was';
import { Cube, marked, type Mark, type Scope, type Touch, type Weighed } from './cube';
import type { FinestRow, Dims } from './finest-row';
import { DeliveryFacts, type PromisedLine } from './delivery.facts';
import { RowBook, sourceOf } from './row-book';

const inside = ([from, to]: Interval, at: number): boolean => at >= from && at < to;

/** Touches of all the dates of the orders that are marked, as they are and as they were. */
async function datesTouched(
  tx: Tx,
  facts: DeliveryFacts,
  marks: readonly Mark[],
  subject: 'item' | 'customer',
): Promise<Touch[]> {
  const found = new Map<string, Touch>();
  for (const mark of marked(marks, 'order'))
    for (const span of await facts.spansOf(tx, mark.subject))
      for (const at of [...span.instants, mark.fromAt, mark.toAt]) {
        const touch = { subject: span[subject], fromAt: at, toAt: at, reason: mark.reason };
        found.set(`${touch.subject} ${at}`, touch);
      }
  return [...found.values()];
}

/** What promises that came due add to their days. */
interface Promised {
  readonly outcomes: readonly DeliveryOutcome[];
  readonly dims: Dims;
  readonly source: string;
}

function addPromised(book: RowBook, scope: Scope, { outcomes, dims, source }: Promised): void {
  for (const { promisedAt, sums } of outcomes)
    if (inside(scope.window, promisedAt))
      book.put(scope.plant.dayAt(promisedAt), dims, sums, sourceOf(source));
}

/** Order lines: promises kept, on the day on which they came due, and lead times on the day of the shipment. */
@Injectable()
export class DeliveryCube extends Cube {
  readonly name = 'delivery';
  readonly figures = ['otd', 'otif-line', 'customer-lead-time'];
  readonly grain = 'day';
  readonly subject = 'item';
  override readonly summaries = [[], ['item'], ['customer']] as const;
  override readonly durations = true;

  constructor(private readonly facts: DeliveryFacts) {
    super();
  }

  touched(tx: Tx, marks: readonly Mark[]): Promise<Touch[]> {
    return datesTouched(tx, this.facts, marks, 'item');
  }

  subjectsIn(tx: Tx, window: Interval): Promise<string[]> {
    return this.facts.subjectsIn(tx, window, 'item');
  }

  async rows(tx: Tx, scope: Scope): Promise<FinestRow[]> {
    const book = new RowBook();
    for (const line of await this.facts.lines(tx, scope)) this.line(book, line, scope);
    return book.rows();
  }

  weigh(book: RowBook, { raw }: Weighed, scope: Scope): void {
    this.line(book, raw as PromisedLine, scope);
  }

  private line(book: RowBook, line: PromisedLine, scope: Scope): void {
    const dims = { item: line.item, customer: line.customer };
    addPromised(book, scope, { outcomes: lineDelivery(line, scope.asOf), dims, source: line.source });
    const { shippedAt, receivedAt } = line;
    if (shippedAt !== null && shippedAt <= scope.asOf && inside(scope.window, shippedAt))
      book.lasted(scope.plant.dayAt(shippedAt), dims, Math.max(0, shippedAt - receivedAt) / 1000);
  }
}

/** Whole orders: promises kept, on the day of their last promise. */
@Injectable()
export class OrderCube extends Cube {
  readonly name = 'order';
  readonly figures = ['otd-order', 'otif'];
  readonly grain = 'day';
  readonly subject = 'customer';
  override readonly summaries = [[]];

  constructor(private readonly facts: DeliveryFacts) {
    super();
  }

  touched(tx: Tx, marks: readonly Mark[]): Promise<Touch[]> {
    return datesTouched(tx, this.facts, marks, 'customer');
  }

  subjectsIn(tx: Tx, window: Interval, _plant: PlantAsWas): Promise<string[]> {
    return this.facts.subjectsIn(tx, window, 'customer');
  }

  async rows(tx: Tx, scope: Scope): Promise<FinestRow[]> {
    const book = new RowBook();
    for (const lines of groupBy(await this.facts.orders(tx, scope), ({ order }) => order).values())
      this.order(book, lines, scope);
    return book.rows();
  }

  weigh(book: RowBook, { raw }: Weighed, scope: Scope): void {
    this.order(book, raw as PromisedLine[], scope);
  }

  private order(book: RowBook, lines: readonly PromisedLine[], scope: Scope): void {
    const [{ customer, source }] = lines as [PromisedLine];
    addPromised(book, scope, { outcomes: orderDelivery(lines, scope.asOf), dims: { customer }, source });
  }
}
