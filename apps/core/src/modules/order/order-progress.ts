import { Injectable } from '@nestjs/common';
import { decimalText, lineStanding, notBelowZero, sum } from '@takt/production';
import type { Tx } from '../../platform/database';
import { OrderRepository, type Line } from './order.repository';
import type { LineForecast, LineKey } from './ports';
import { RiskMargin } from './risk-margin';

/**
 * What production, stock and the plan make true of order lines: work has begun, pieces are ready, the forecast moved. Status
 * and risk follow; `order.changed` is announced when they do.
 */
@Injectable()
export class OrderProgress {
  constructor(
    private readonly orders: OrderRepository,
    private readonly margin: RiskMargin,
  ) {}

  /** Locks lines until the commit, in the order of their keys: before anything else that the same transaction locks. */
  async lock(tx: Tx, keys: readonly LineKey[]): Promise<void> {
    const sorted = [...keys].sort((a, b) =>
      a.order === b.order ? a.line - b.line : a.order < b.order ? -1 : 1,
    );
    for (const key of sorted) await this.orders.lockLine(tx, key);
  }

  /** A line as it is, locked. */
  line(tx: Tx, key: LineKey): Promise<Line | null> {
    return this.orders.lockLine(tx, key);
  }

  /** Work for a line has begun. */
  begun(tx: Tx, key: LineKey): Promise<void> {
    return this.changed(tx, key, (line) => ({ ...line, begun: true }));
  }

  /** Finished pieces are kept for a line, or (below 0) no longer. */
  readied(tx: Tx, key: LineKey, qty: string): Promise<void> {
    return this.changed(tx, key, (line) => ({
      ...line,
      qtyReady: decimalText(notBelowZero(sum([line.qtyReady, qty]))),
    }));
  }

  /** Open lines of an item, the earliest promise first. */
  openLines(tx: Tx, item: string): Promise<Line[]> {
    return this.orders.openLines(tx, item);
  }

  /** What the published plan says of the open lines. Lines that are not named keep their forecast. */
  async forecast(tx: Tx, forecasts: readonly LineForecast[]): Promise<void> {
    if (forecasts.length === 0) return;
    const byKey = new Map(forecasts.map((one) => [`${one.order}/${one.line}`, one.forecastAt]));
    const lines = await this.orders.linesWithOtherForecast(tx, forecasts);
    if (lines.length === 0) return;
    const margin = await this.margin.ms(tx);
    const forecast = (line: Line): Line => ({
      ...line,
      forecastAt: byKey.get(`${line.order}/${line.line}`) ?? null,
    });
    await this.orders.saveLines(tx, lines.map(forecast), margin);
    for (const line of lines) this.tell(tx, line, forecast(line), margin);
  }

  private async changed(tx: Tx, key: LineKey, change: (line: Line) => Line): Promise<void> {
    const line = await this.orders.lockLine(tx, key);
    if (line) await this.save(tx, line, change(line));
  }

  /** Stores a line as it is after a change, and announces it when status or risk are others. */
  async save(tx: Tx, before: Line, after: Line): Promise<Line> {
    const margin = await this.margin.ms(tx);
    const saved = await this.orders.saveLine(tx, after, margin);
    this.tell(tx, before, after, margin);
    return saved;
  }

  private tell(tx: Tx, before: Line, after: Line, margin: number): void {
    const was = lineStanding(before, before.begun, margin);
    const is = lineStanding(after, after.begun, margin);
    const fields = (['status', 'risk'] as const).filter((field) => was[field] !== is[field]);
    if (fields.length > 0)
      tx.announce('order.changed', {
        order: after.order,
        line: after.line,
        fields: [...fields],
        replan: false,
      });
  }
}
