import { Injectable } from '@nestjs/common';
import type { Interval } from '@takt/calendar';
import { Exact } from '@takt/production';
import type { Tx } from '../../../platform/database';
import type { PlantAsWas } from '../roll-up/as-was';
import { Cube, marked, touchOf, type Mark, type Scope, type Touch, type Weighed } from './cube';
import type { FinestRow } from './finest-row';
import { levelChange } from './level';
import { RowBook } from './row-book';
import { StockFacts, type OrderLife } from './stock.facts';

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
      const [fromAt, toAt] = [
        Math.min(mark.fromAt, ...life.instants),
        Math.min(asOf, Math.max(mark.toAt, ...life.instants)),
      ];
      found.push(touchOf({ ...mark, fromAt, toAt: Math.max(fromAt, toAt) }, life.item));
    }
    return found;
  }

  subjectsIn(tx: Tx, window: Interval): Promise<string[]> {
    return this.facts.itemsMadeIn(tx, window);
  }

  override beganAt(tx: Tx): Promise<number | null> {
    return this.facts.firstStartAt(tx);
  }

  async rows(tx: Tx, scope: Scope): Promise<FinestRow[]> {
    const book = new RowBook();
    for (const life of await this.facts.lives(tx, scope)) this.life(book, life, scope);
    return book.rows();
  }

  weigh(book: RowBook, { raw }: Weighed, scope: Scope): void {
    const life = raw as OrderLife;
    const [from] = scope.window;
    this.life(book, life, scope);
    // What was begun before stands in the window as if it had been begun then.
    if (life.startedAt < from) this.change(book, life, scope, [from, 1, life.startedAt]);
  }

  private life(book: RowBook, life: OrderLife, scope: Scope): void {
    const { item, station, startedAt, endedAt, cancelled } = life;
    const counts = (at: number | null): at is number =>
      at !== null && at <= scope.asOf && at >= scope.window[0] && at < scope.window[1];
    if (counts(startedAt)) this.change(book, life, scope, [startedAt, 1]);
    if (!counts(endedAt)) return;
    this.change(book, life, scope, [endedAt, -1]);
    if (cancelled) return;
    const line = scope.plant.stationAt(station, endedAt)?.line ?? '';
    book.lasted(scope.plant.dayAt(endedAt), { item, line }, Math.max(0, endedAt - startedAt) / 1000);
  }

  private change(
    book: RowBook,
    { item, station, standardSec }: OrderLife,
    { plant }: Scope,
    [at, sign, placedAt = at]: readonly [at: number, sign: 1 | -1, placedAt?: number],
  ): void {
    book.put(
      plant.dayAt(at),
      { item, line: plant.stationAt(station, placedAt)?.line ?? '' },
      {
        ...levelChange('orders', sign, at),
        ...levelChange('workSec', new Exact(standardSec).times(sign), at),
      },
    );
  }
}
