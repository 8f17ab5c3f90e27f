import { Injectable } from '@nestjs/common';
import { cellAt, type Cell, type Interval, type TimeSet } from '@takt/calendar';
import { producedSums, stationTime } from '@takt/kpi';
import { groupBy } from '@takt/production';
import type { Tx } from '../../../platform/database';
import type { PlantAsWas } from '../roll-up/as-was';
import { Cube, marked, touchOf, type Mark, type Scope, type Touch, type Weighed } from './cube';
import type { FinestRow } from './finest-row';
import { RowBook, sourceOf } from './row-book';
import { StationFacts, type MadeState, type StationPieces } from './station.facts';

const DAY_MS = 86_400_000;

/** Equipment: time by state, and pieces. Each row is a station in an hour with an item, pieces by routing step. */
@Injectable()
export class StationCube extends Cube {
  readonly name = 'station';
  readonly figures = [
    'oee',
    'availability',
    'performance',
    'quality',
    'nee',
    'setup-rate',
    'first-pass-yield',
    'rolled-yield',
    'scrap-ratio',
    'rework-ratio',
    'mtbf',
    'mttr',
  ];
  readonly grain = 'hour';
  readonly subject = 'station';
  override readonly summaries = [[], ['line', 'station']] as const;

  constructor(private readonly facts: StationFacts) {
    super();
  }

  async touched(tx: Tx, marks: readonly Mark[], plant: PlantAsWas, asOf: number): Promise<Touch[]> {
    const told = marked(marks, 'station');
    const until = await this.facts.lasting(
      tx,
      told.map(({ subject: station, toAt: at }) => ({ station, at })),
      asOf,
    );
    // What is told of an instant holds until the next: a delayed message changes the time since then.
    const direct = told.map((mark, i) =>
      touchOf({ ...mark, toAt: Math.max(mark.toAt, (until[i] ?? -Infinity) - 1) }),
    );
    const calendar = marked(marks, 'calendar').flatMap((mark) =>
      plant.stations.map((station) =>
        touchOf({ ...mark, fromAt: mark.fromAt - DAY_MS, toAt: mark.toAt + DAY_MS }, station),
      ),
    );
    const found: Touch[] = [];
    for (const mark of marked(marks, 'stop')) {
      const stop = await this.facts.stop(tx, mark.subject);
      if (stop) found.push({ ...touchOf({ ...mark, ...stop, toAt: stop.toAt ?? asOf }, stop.station) });
    }
    for (const mark of marked(marks, 'report')) {
      const report = await this.facts.report(tx, mark.subject);
      if (report)
        found.push({ subject: report.station, fromAt: report.at, toAt: report.at, reason: mark.reason });
    }
    for (const mark of marked(marks, 'reason'))
      for (const { station, fromAt, toAt } of await this.facts.ofReason(tx, mark.subject))
        found.push(touchOf({ ...mark, fromAt, toAt: toAt ?? asOf }, station));
    return [...direct, ...calendar, ...found];
  }

  subjectsIn(_tx: Tx, _window: Interval, plant: PlantAsWas): Promise<string[]> {
    return Promise.resolve(plant.stations);
  }

  async rows(tx: Tx, scope: Scope): Promise<FinestRow[]> {
    const states = groupBy(await this.facts.states(tx, scope), ({ station }) => station);
    const pieces = groupBy(await this.facts.pieces(tx, scope), ({ station }) => station);
    const book = new RowBook();
    for (const station of scope.subjects.filter((one) => states.has(one) || pieces.has(one))) {
      const own = ownOf(station, scope);
      this.time(book, own, states.get(station) ?? []);
      this.made(book, own, pieces.get(station) ?? [], scope.plant);
    }
    return book.rows();
  }

  weigh(book: RowBook, { kind, raw }: Weighed, scope: Scope): void {
    if (kind === 'state' || kind === 'stop') {
      const { state, before } = raw as LastingState;
      this.time(book, ownOf(state.station, scope), before === null ? [state] : [before, state], state);
    } else
      for (const one of raw as StationPieces[])
        this.made(book, ownOf(one.station, scope), [one], scope.plant);
  }

  /** Adds the time of states, or of one of them. */
  private time(
    book: RowBook,
    { station, cells, work, lineOf }: Own,
    states: readonly MadeState[],
    only?: MadeState,
  ): void {
    const lasting = states.filter(({ startAt, endAt }) => startAt < endAt);
    for (const part of stationTime(lasting, work, cells))
      if (only === undefined || part.fact === only)
        book.add(part, { line: lineOf(part.cell), station, item: part.fact.item }, 'machine');
  }

  private made(book: RowBook, own: Own, pieces: readonly StationPieces[], plant: PlantAsWas): void {
    for (const { from, at, item, step, source, ...fact } of pieces) {
      const cell = cellAt(own.cells, at);
      if (cell === undefined || plant.stationAt(own.station, at)?.countSource !== from) continue;
      const sums = producedSums({ ...fact, at });
      book.add(
        { cell, sums },
        { line: own.lineOf(cell), station: own.station, item, step },
        sourceOf(source),
      );
    }
  }
}

/** A state, with the one before it. */
export interface LastingState {
  readonly state: MadeState;
  readonly before: MadeState | null;
}

/** What is known of a station in a window. */
interface Own {
  readonly station: string;
  readonly cells: readonly Cell[];
  readonly work: TimeSet;
  readonly lineOf: (cell: Cell) => string;
}

function ownOf(station: string, { plant, window }: Scope): Own {
  const cells = plant.stationCells(station, window);
  const lines = new Map(cells.map(({ cell, line }) => [cell, line]));
  return {
    station,
    cells: cells.map(({ cell }) => cell),
    work: plant.work(station, window),
    lineOf: (cell) => lines.get(cell) ?? '',
  };
}
