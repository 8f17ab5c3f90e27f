import { Injectable } from '@nestjs/common';
import { cellAt, type Cell, type Interval } from '@takt/calendar';
import { attended, creditOf, onOrders, outputSums, type Sums, type WorkSpan } from '@takt/kpi';
import { groupBy } from '@takt/production';
import type { Tx } from '../../../platform/database';
import type { PlantAsWas } from '../roll-up/as-was';
import { Cube, marked, touchOf, type Mark, type Scope, type Touch, type Weighed } from './cube';
import type { FinestRow } from './finest-row';
import { LabourFacts, type Output, type Presence } from './labour.facts';
import { RowBook, sourceOf } from './row-book';

const DAY_MS = 86_400_000;

/** A presence as far as no earlier one of the same person at the same line covers it, with the work of that person. */
export interface WorkedPresence {
  readonly presence: Presence;
  readonly spans: readonly WorkSpan[];
}

/**
 * People: attended time, time on orders within it, and what they made. Attendance counts for the line at which the badge was read,
 * output for the line of the station; what several people made is shared out equally.
 */
@Injectable()
export class LabourCube extends Cube {
  readonly name = 'labour';
  readonly figures = [
    'output-per-employee',
    'labour-productivity',
    'earned-hours',
    'worker-efficiency',
    'output-value-per-employee',
  ];
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
      for (const worker of await this.facts.workersIn(tx, [wide.fromAt, wide.toAt]))
        found.push(touchOf(wide, worker));
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
    for (const output of await this.facts.output(tx, scope))
      this.made(book, output, cells, (worker) => scope.subjects.includes(worker));
    return book.rows();
  }

  weigh(book: RowBook, { kind, raw }: Weighed, scope: Scope): void {
    const cells = new CellsOfLines(scope.plant, scope.window);
    if (kind === 'report') return this.made(book, raw as Output, cells, () => true);
    const { presence, spans } = raw as WorkedPresence;
    this.here(book, [presence], spans, cells);
  }

  private async time(tx: Tx, book: RowBook, scope: Scope, cells: CellsOfLines): Promise<void> {
    const spans = groupBy(await this.facts.work(tx, scope), ({ worker }) => worker);
    const presences = await this.facts.presences(tx, scope);
    for (const own of groupBy(presences, ({ worker, line }) => `${worker}\n${line}`).values())
      this.here(book, own, spans.get(own[0]?.worker ?? '') ?? [], cells);
  }

  /** Presences of one person at one line. */
  private here(
    book: RowBook,
    own: readonly Presence[],
    spans: readonly WorkSpan[],
    cells: CellsOfLines,
  ): void {
    const [{ worker, line, source }] = own as [Presence];
    const ofLine = cells.of(line);
    const here = own.map(({ startAt, endAt }): Interval => [startAt, endAt]);
    const shiftSec = (cell: Cell) => cells.plant.shiftSec(line === '' ? null : line, cell);
    const dims = { line, worker };
    for (const part of attended(here, ofLine, shiftSec)) book.add(part, dims, sourceOf(source));
    for (const part of onOrders(spans, here, ofLine)) book.add(part, dims);
  }

  private made(
    book: RowBook,
    output: Output,
    cells: CellsOfLines,
    counts: (worker: string) => boolean,
  ): void {
    const line = cells.plant.stationAt(output.station, output.at)?.line ?? '';
    const cell = cellAt(cells.of(line), output.at);
    if (cell === undefined) return;
    const sums: Sums = {
      ...outputSums({ ...output, unitValue: 0 }),
      ...(output.last ? { outputValue: output.value } : {}),
    };
    for (const [worker, share] of creditOf(sums, output.workers))
      if (counts(worker)) book.add({ cell, sums: share }, { line, worker }, sourceOf(output.source));
  }
}

/** Cells of lines in a window, made when they are needed. */
class CellsOfLines {
  private readonly known = new Map<string, Cell[]>();

  constructor(
    readonly plant: PlantAsWas,
    private readonly window: Interval,
  ) {}

  of(line: string): Cell[] {
    const cells = this.known.get(line) ?? this.plant.cells(line === '' ? null : line, this.window);
    this.known.set(line, cells);
    return cells;
  }
}
