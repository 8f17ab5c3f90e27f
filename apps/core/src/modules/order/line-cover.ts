import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, type Customer, type Refusal } from '@takt/contracts';
import { Exact, decimalText, lineGap, promiseOf, sum, type LineChange } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { Line } from './order.repository';
import { ProductionPort, StockPort } from './ports';

/** Service rules of the customer of a line. */
export type LineTerms = Pick<Customer, 'weight' | 'minRemainingLifeDays'>;

/** Sees to it that what an order line lacks is on its way: from stock first, then from work; and lets go what it no longer needs. */
@Injectable()
export class LineCover {
  constructor(
    private readonly stock: StockPort,
    private readonly production: ProductionPort,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Keeps free stock for what a line lacks. @returns the line afterwards, and what is still to be made for it */
  async net(tx: Tx, line: Line, terms: LineTerms): Promise<{ line: Line; qtyToMake: string }> {
    const gap = lineGap(line, await this.production.coming(tx, line));
    if (!gap.greaterThan(0)) return { line, qtyToMake: '0' };
    const kept = await this.stock.reserve(tx, {
      order: line.order,
      line: line.line,
      item: line.item,
      qty: decimalText(gap),
      at: Math.max(this.clock.now(), promiseOf(line)),
      minDays: terms.minRemainingLifeDays,
    });
    const netted = {
      ...line,
      qtyReady: decimalText(sum([line.qtyReady, kept])),
      qtyFromStock: decimalText(sum([line.qtyFromStock, kept])),
    };
    return { line: netted, qtyToMake: decimalText(gap.minus(kept)) };
  }

  /** Has a quantity made for a line. @returns the refusal of production, or null */
  async make(tx: Tx, line: Line, qty: string, { weight }: LineTerms): Promise<Refusal | null> {
    if (new Exact(qty).isZero()) return null;
    const { order, line: no, item } = line;
    return this.production.make(tx, { order, line: no, item, qty, dueAt: promiseOf(line), weight });
  }

  /** Gives up work and stock that a smaller line no longer needs. */
  async giveUp(tx: Tx, line: Line, { giveUp, surplus, giveBack }: LineChange): Promise<void> {
    const parts = [...giveUp, ...surplus];
    if (parts.length > 0) await this.production.giveUp(tx, line, parts);
    if (new Exact(giveBack).greaterThan(0)) await this.stock.giveBack(tx, line, giveBack);
  }

  /** Keeps stock and has the rest made. @returns the line afterwards, or the refusal of production */
  async cover(tx: Tx, line: Line, terms: LineTerms): Promise<Line | Refusal> {
    const netted = await this.net(tx, line, terms);
    const refusal = await this.make(tx, netted.line, netted.qtyToMake, terms);
    return isRefusal(refusal) ? refusal : netted.line;
  }
}
