import { Injectable } from '@nestjs/common';
import { cellAt, type Cell, type Interval } from '@takt/calendar';
import { attended, creditOf, onOrders, outputSums, type Sums } from '@takt/kpi';
import { groupBy } from '@takt/production';
import type { Tx } from '../../../platform/database';
import type { PlantAsWas } from '../roll-up/as-was';
import { Cube, marked, touchOf, type FinestRow, type Mark, type Scope, type Touch } from './cube';
import { LabourFacts, type Output, type Presence } from './labour.facts';
import { RowBook, sourceOf } from './row-book';

const DAY_MS = 86_400_000;

/**
 * People: attended time, time on orders within it, and what they made. Attendance counts for the line at which the badge was read,
 * output for the line of the station; what several people made is shared out equally.
 */
@Injectable()
export class LabourCube extends Cube {
  readonly name = 'labour';
  readonly figures = ['output-per-employee', 'labour-productivity', 'earned-hours', 'worker-efficiency', 'output-value-per-employee']; // prettier-ignore
  readonly grain = 'hour';
  readonly subject = 'worker';
  override readonly summaries = [[]];

  constructor(private readonly facts: LabourFacts) {
    super();
  }

  async touched(tx: Tx, marks: readonly Mark[], _plant: PlantAsWas, asOf: number): Promise<Touch[]> {
    const found: Touch[] = [];
    for (const mark of marked(marks, 'report'))
      for (const { worker, fromAt, toAt } of await this.facts.spanOfReport(tx, mark.subject))
        found.push(touchOf({ ...mark, fromAt: Math.min(fromAt, mark.fromAt), toAt: toAt ?? asOf }, worker));
    for (const mark of marked(marks, 'attendance')) {
      const around = await this.facts.badgesAround(tx, mark.subject, mark.fromAt);
      found.push(touchOf({ ...mark, fromAt: around.fromAt ?? mark.fromAt, toAt: around.toAt ?? asOf }));
    }
    for (const mark of marked(marks, 'calendar')) {
      const wide = { ...mark, fromAt: mark.fromAt - DAY_MS, toAt: mark.toAt + DAY_MS };
      for (const worker of await this.facts.workersIn(tx, [wide.fromAt, wide.toAt])) found.push(touchOf(wide, worker)); // prettier-ignore
    }
    return found;
  }

  subjectsIn(tx: Tx, window: Interval): Promise<string[]> {
    return this.facts.workersIn(tx, window);
  }

  async rows(tx: Tx, scope: Scope): Promise<FinestRow[]> {
    const book = new RowBook();
    const cells = new CellsOfLines(scope.plant, scope.window);
    await this.time(tx, book, scope, cells);
    for (const output of await this.facts.output(tx, scope)) this.made(book, output, scope, cells);
    return book.rows();
  }

  private async time(tx: Tx, book: RowBook, scope: Scope, cells: CellsOfLines): Promise<void> {
    const spans = groupBy(await this.facts.work(tx, scope), ({ worker }) => worker);
    const presences = await this.facts.presences(tx, scope);
    const intervals = (own: readonly Presence[]) =>
      own.map(({ startAt, endAt }): Interval => [startAt, endAt]);
    for (const own of groupBy(presences, ({ worker, line }) => `${worker}\n${line}`).values()) {
      const [{ worker, line, source }] = own as [Presence];
      const [ofLine, here] = [cells.of(line), intervals(own)];
      const shiftSec = (cell: Cell) => scope.plant.shiftSec(line === '' ? null : line, cell);
      const dims = { line, worker };
      for (const part of attended(here, ofLine, shiftSec)) book.add(part, dims, sourceOf(source));
      for (const part of onOrders(spans.get(worker) ?? [], here, ofLine)) book.add(part, dims);
    }
  }

  private made(book: RowBook, output: Output, { subjects, plant }: Scope, cells: CellsOfLines): void {
    const line = plant.stationAt(output.station, output.at)?.line ?? '';
    const cell = cellAt(cells.of(line), output.at);
    if (cell === undefined) return;
    const sums: Sums = { ...outputSums({ ...output, unitValue: 0 }), ...(output.last ? { outputValue: output.value } : {}) }; // prettier-ignore
    for (const [worker, share] of creditOf(sums, output.workers))
      if (subjects.includes(worker))
        book.add({ cell, sums: share }, { line, worker }, sourceOf(output.source));
  }
}

/** Cells of lines in a window, made when they are needed. */
class CellsOfLines {
  private readonly known = new Map<string, Cell[]>();

  constructor(
    private readonly plant: PlantAsWas,
    private readonly window: Interval,
  ) {}

  of(line: string): Cell[] {
    const cells = this.known.get(line) ?? this.plant.cells(line === '' ? null : line, this.window);
    this.known.set(line, cells);
    return cells;
  }
}
