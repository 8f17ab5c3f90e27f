import { Injectable } from '@nestjs/common';
import type { PlanEntry } from '@takt/planning';
import type { Tx } from '../../platform/database';
import { OrderProgress } from '../order';
import { OpenWork } from '../production';

/** Forecasts are rounded up to this, so that a plan that shifts by seconds does not touch every order. */
const FORECAST_STEP_MS = 300_000;

/** Tells operations their place in the plan, and order lines when it finishes them. */
@Injectable()
export class PlanTargets {
  constructor(
    private readonly work: OpenWork,
    private readonly orders: OrderProgress,
  ) {}

  /** Writes places to the operations, in the transaction that publishes the plan. */
  write(tx: Tx, entries: readonly PlanEntry[]): Promise<void> {
    return this.work.place(
      tx,
      entries.map(({ operation, station, startAt, endAt }) => ({ operation, station, startAt, endAt })),
    );
  }

  /** Writes forecasts to the order lines that wait for planned work. */
  async forecast(tx: Tx, endOf: ReadonlyMap<string, number>): Promise<void> {
    const byLine = new Map<string, { order: string; line: number; forecastAt: number | null }>();
    for (const { workOrder, order, line } of await this.work.pegs(tx)) {
      const end = endOf.get(workOrder);
      const before = byLine.get(`${order}/${line}`);
      const unknown = end === undefined || before?.forecastAt === null;
      const forecastAt = unknown
        ? null
        : Math.max(before?.forecastAt ?? 0, Math.ceil(end / FORECAST_STEP_MS) * FORECAST_STEP_MS);
      byLine.set(`${order}/${line}`, { order, line, forecastAt });
    }
    await this.orders.forecast(tx, [...byLine.values()]);
  }
}
