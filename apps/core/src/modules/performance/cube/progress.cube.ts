import { Injectable } from '@nestjs/common';
import type { Interval } from '@takt/calendar';
import { Exact } from '@takt/production';
import type { Tx } from '../../../platform/database';
import type { PlantAsWas } from '../roll-up/as-was';
import { Cube, marked, touchOf, type FinestRow, type Mark, type Scope, type Touch } from './cube';
import { levelChange } from './level';
import { RowBook } from './row-book';
import { StockFacts } from './stock.facts';

/** Work orders: how many and how much work is in progress, and how long they took, on the day on which they ended. */
@Injectable()
export class ProgressCube extends Cube {
  readonly name = 'progress';
  readonly figures = ['wip-orders', 'wip-hours', 'manufacturing-lead-time'];
  readonly grain = 'day';
  readonly subject = 'item';
  override readonly summaries = [[]];
  override readonly durations = true;

  constructor(private readonly facts: StockFacts) {
    super();
  }

  async touched(tx: Tx, marks: readonly Mark[], _plant: PlantAsWas, asOf: number): Promise<Touch[]> {
    const found: Touch[] = [];
    for (const mark of marked(marks, 'work-order')) {
      const life = await this.facts.lifeOf(tx, mark.subject);
      if (life === null) continue;
      const [fromAt, toAt] = [Math.min(mark.fromAt, ...life.instants), Math.min(asOf, Math.max(mark.toAt, ...life.instants))]; // prettier-ignore
      found.push(touchOf({ ...mark, fromAt, toAt: Math.max(fromAt, toAt) }, life.item));
    }
    return found;
  }

  subjectsIn(tx: Tx, window: Interval): Promise<string[]> {
    return this.facts.itemsMadeIn(tx, window);
  }

  async rows(tx: Tx, scope: Scope): Promise<FinestRow[]> {
    const book = new RowBook();
    const counts = (at: number | null): at is number =>
      at !== null && at <= scope.asOf && at >= scope.window[0] && at < scope.window[1];
    for (const { item, station, startedAt, endedAt, standardSec, cancelled } of await this.facts.lives(
      tx,
      scope,
    )) {
      const change = (at: number, sign: 1 | -1): void =>
        book.put(scope.plant.dayAt(at), { item, line: scope.plant.stationAt(station, at)?.line ?? '' }, {
          ...levelChange('orders', sign, at),
          ...levelChange('workSec', new Exact(standardSec).times(sign), at),
        }); // prettier-ignore
      if (counts(startedAt)) change(startedAt, 1);
      if (!counts(endedAt)) continue;
      change(endedAt, -1);
      if (cancelled) continue;
      const line = scope.plant.stationAt(station, endedAt)?.line ?? '';
      book.lasted(scope.plant.dayAt(endedAt), { item, line }, Math.max(0, endedAt - startedAt) / 1000);
    }
    return book.rows();
  }
}
