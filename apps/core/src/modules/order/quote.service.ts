import { Inject, Injectable } from '@nestjs/common';
import {
  isRefusal,
  type Customer,
  type NewOrder,
  type QuoteObstacle,
  type Refusal,
  type ReplyOf,
  type orderRoutes,
} from '@takt/contracts';
import { Exact, commitmentOf, decimalText, netAgainstStock } from '@takt/production';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database';
import { OrderCheck } from './order-check';
import {
  PromisePort,
  StockPort,
  type PromiseAnswer,
  type PromiseDemand,
  type PromiseObstacle,
} from './ports';

type Quote = ReplyOf<typeof orderRoutes.quote>;

type Asked = Pick<PromiseDemand, 'item' | 'qty' | 'requestedAt'>;

interface Wanted extends PromiseDemand {
  readonly qtyFromStock: string;
}

/** Answers when an order could be had; nothing is kept, nothing is committed. */
@Injectable()
export class QuoteService {
  constructor(
    private readonly database: Database,
    private readonly check: OrderCheck,
    private readonly stock: StockPort,
    private readonly promises: PromisePort,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @returns `order.date` · `reference.unknown` · `item.inactive` · `item.no-routing`, or a promise for each line */
  quote(plant: string, order: NewOrder): Promise<Quote | Refusal> {
    const begunAt = this.clock.real();
    return this.database.read(plant, async (tx) => {
      const customer = await this.check.customer(tx, order.customer);
      if (isRefusal(customer)) return customer;
      const asked = order.lines.map((line) => ({ ...line, requestedAt: Date.parse(line.requestedAt) }));
      const unknown = await this.check.ordered(tx, asked);
      if (unknown) return unknown;
      const wanted = await this.net(tx, asked, customer);
      const stuck = await this.check.makeable(
        tx,
        wanted.filter(({ qtyToMake }) => new Exact(qtyToMake).greaterThan(0)),
      );
      if (stuck) return stuck;
      const { answers, scheduleVersion } = await this.promises.promise(tx, wanted);
      const lines = wanted.map((line, i) => quoteLine(line, answers[i]));
      return { lines, scheduleVersion, tookMs: this.clock.real() - begunAt };
    });
  }

  /** Nets each line against free stock; lines of one item share it. */
  private async net(tx: Tx, lines: readonly Asked[], customer: Customer): Promise<Wanted[]> {
    const used = new Map<string, Exact>();
    const wanted: Wanted[] = [];
    for (const { item, qty, requestedAt } of lines) {
      const before = used.get(item) ?? new Exact(0);
      const free = await this.stock.free(tx, {
        item,
        qty: decimalText(before.plus(qty)),
        at: Math.max(this.clock.now(), requestedAt),
        minDays: customer.minRemainingLifeDays,
      });
      const { qtyFromStock, qtyToMake } = netAgainstStock(qty, new Exact(free).minus(before));
      used.set(item, before.plus(qtyFromStock));
      wanted.push({ item, qty, qtyFromStock, qtyToMake, requestedAt, weight: customer.weight });
    }
    return wanted;
  }
}

function obstacleOf(obstacle: PromiseObstacle | undefined): QuoteObstacle | null {
  return obstacle ? { ...obstacle, horizonAt: new Date(obstacle.horizonAt).toISOString() } : null;
}

function quoteLine(line: Wanted, answer: PromiseAnswer | undefined): Quote['lines'][number] {
  const promise = commitmentOf(line.requestedAt, answer?.promiseAt ?? null);
  return {
    item: line.item,
    qty: line.qty,
    qtyFromStock: line.qtyFromStock,
    promiseAt: promise === null ? null : new Date(promise).toISOString(),
    obstacle: promise === null ? obstacleOf(answer?.obstacle) : null,
    requestedAt: new Date(line.requestedAt).toISOString(),
    onTime: promise !== null && promise <= line.requestedAt,
    binding: answer?.binding ?? '',
    displaced: answer?.displaced ?? 0,
  };
}
