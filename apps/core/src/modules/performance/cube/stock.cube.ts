import { Injectable } from '@nestjs/common';
import type { Interval } from '@takt/calendar';
import { stageOf, stockFlow } from '@takt/kpi';
import { Exact } from '@takt/production';
import type { Tx } from '../../../platform/database';
import { Cube, marked, touchOf, type Mark, type Scope, type Touch, type Weighed } from './cube';
import type { FinestRow } from './finest-row';
import type { PlantAsWas } from '../roll-up/as-was';
import { levelChange, type LevelName } from './level';
import { RowBook } from './row-book';
import { StockFacts, type StockMovement } from './stock.facts';

/** What there was of an item when a window began: it stands in the window as if it had come in then. */
export interface OpeningStock {
  readonly item: string;
  /** epoch ms */
  readonly at: number;
  /** level → decimal text */
  readonly levels: Readonly<Record<string, string>>;
}

/** Stock by stage in value and in units, and what left the stages, from the ledger. */
@Injectable()
export class StockCube extends Cube {
  readonly name = 'stock';
  readonly figures = ['inventory-turns', 'days-of-inventory']
    .flatMap((id) => ['', '-raw', '-wip', '-finished', '-units'].map((stage) => `${id}${stage}`))
    .concat('wip-value');
  readonly grain = 'day';
  readonly subject = 'item';
  override readonly summaries = [[]];

  constructor(private readonly facts: StockFacts) {
    super();
  }

  async touched(tx: Tx, marks: readonly Mark[], _plant: PlantAsWas, asOf: number): Promise<Touch[]> {
    const found = marked(marks, 'stock').map((mark) => touchOf(mark));
    for (const mark of marked(marks, 'item')) {
      const first = await this.facts.firstOf(tx, mark.subject);
      if (first !== null) found.push(touchOf({ ...mark, fromAt: first, toAt: asOf }));
    }
    return found;
  }

  subjectsIn(tx: Tx, window: Interval): Promise<string[]> {
    return this.facts.itemsIn(tx, window);
  }

  override beganAt(tx: Tx): Promise<number | null> {
    return this.facts.firstMovementAt(tx);
  }

  async rows(tx: Tx, scope: Scope): Promise<FinestRow[]> {
    const book = new RowBook();
    for (const fact of await this.facts.movements(tx, scope)) this.movement(book, fact, scope);
    return book.rows();
  }

  weigh(book: RowBook, { kind, raw }: Weighed, scope: Scope): void {
    if (kind !== 'opening') return this.movement(book, raw as StockMovement, scope);
    const { item, at, levels } = raw as OpeningStock;
    for (const [level, amount] of Object.entries(levels))
      book.put(scope.plant.dayAt(at), { item }, levelChange(level as LevelName, amount, at));
  }

  private movement(book: RowBook, fact: StockMovement, { plant }: Scope): void {
    const stage = stageOf(fact.place, fact.itemKind);
    const sums = {
      ...levelChange(stage, fact.value, fact.at),
      ...(stage === 'finished' ? levelChange('qty', fact.qty, fact.at) : {}),
    };
    const bucket = plant.dayAt(fact.at);
    book.put(bucket, { item: fact.item }, sums, 'terminal');
    book.put(bucket, { item: fact.item }, stockFlow(fact) as Record<string, Exact>);
  }
}
