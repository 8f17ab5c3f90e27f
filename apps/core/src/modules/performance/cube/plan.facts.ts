import { Injectable } from '@nestjs/common';
import type { ActualEntry, BaselineEntry } from '@takt/kpi';
import { Exact } from '@takt/production';
import type { Tx } from '../../../platform/database';
import { STANDS, type FactScope } from './station.facts';

/** An operation of the plan that was in force when a shift began, with what happened to it. */
export interface FrozenEntry {
  readonly line: string;
  readonly shift: string;
  readonly shiftStartAt: number;
  readonly shiftEndAt: number;
  readonly station: string;
  readonly operation: string;
  readonly startAt: number;
  readonly runStartAt: number;
  readonly endAt: number;
  /** pieces of the whole operation that were still to be made when the shift began */
  readonly qtyLeft: string;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** good pieces reported within the shift */
  readonly qtyMade: string;
}

/** How far a published plan moved the operations of a station. */
export interface KeptMove {
  readonly line: string;
  readonly station: string;
  readonly publishedAt: number;
  readonly sums: Record<string, string>;
}

/** A notice that had to be acknowledged. */
export interface DueNotice {
  readonly line: string;
  readonly station: string;
  readonly dueAt: number;
  readonly acknowledgedAt: number | null;
}

interface FrozenRow {
  readonly line: string;
  readonly shift: string;
  readonly shift_start: Date;
  readonly shift_end: Date;
  readonly station: string;
  readonly operation: string;
  readonly start_at: Date;
  readonly run_start_at: Date;
  readonly end_at: Date;
  readonly qty_left: string;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
  readonly qty_made: string;
}

/** Pieces of operation `o` that were still to be made when shift `b` began, and good ones reported in it until an instant. */
export const PIECES = {
  left: `greatest(o.qty_target - coalesce((select sum(r.good) from report r where r.plant = o.plant and r.operation = o.id and r.at < b.start_at and ${STANDS}), 0), 0)::text`,
  made: (until: string): string =>
    `coalesce((select sum(r.good) from report r where r.plant = o.plant and r.operation = o.id and r.at >= b.start_at and r.at < least(b.end_at, ${until}) and ${STANDS}), 0)::text`,
} as const;
/** Entries `e` of the plans that were in force when shifts `b` began, with their operations `o`. */
export const FROZEN = `shift_baseline b join schedule_entry e on e.plant = b.plant and e.version = b.version
       join station s on s.plant = e.plant and s.id = e.station and s.line = b.line
       join operation o on o.plant = e.plant and o.id = e.operation`;
const window = ({ subjects, window: [from, to] }: FactScope): unknown[] => [
  subjects,
  new Date(from),
  new Date(to),
];

/** Plans, what became of them, and notices in PostgreSQL: read from the tables of scheduling and production. */
@Injectable()
export class PlanFacts {
  /** What was planned in the shifts of some lines that began in the window, by the plan that was in force then. `until`: epoch ms. */
  async frozen(tx: Tx, scope: FactScope, until: number): Promise<FrozenEntry[]> {
    const rows = await tx.query<FrozenRow>(
      `select b.line, b.shift, b.start_at as shift_start, b.end_at as shift_end, e.station, e.operation, e.start_at, e.run_start_at, e.end_at,
         ${PIECES.left} as qty_left, o.started_at, o.ended_at, ${PIECES.made('$5')} as qty_made
       from ${FROZEN}
       where b.plant = $1 and b.line = any($2) and b.start_at >= $3 and b.start_at < $4 and e.start_at < b.end_at and e.end_at > b.start_at`,
      [tx.plant, ...window(scope), new Date(until)],
    );
    return rows.map(
      ({
        shift_start,
        shift_end,
        start_at,
        run_start_at,
        end_at,
        qty_left,
        started_at,
        ended_at,
        qty_made,
        ...rest
      }) => ({
        ...rest,
        ...{
          shiftStartAt: shift_start.getTime(),
          shiftEndAt: shift_end.getTime(),
          qtyLeft: qty_left,
          qtyMade: qty_made,
        },
        ...{ startAt: start_at.getTime(), runStartAt: run_start_at.getTime(), endAt: end_at.getTime() },
        ...{ startedAt: started_at?.getTime() ?? null, endedAt: ended_at?.getTime() ?? null },
      }),
    );
  }

  /** Shifts whose frozen plan holds some operations. */
  async shiftsOf(tx: Tx, operations: readonly string[]): Promise<{ line: string; at: number }[]> {
    const rows = await tx.query<{ line: string; start_at: Date }>(
      `select distinct b.line, b.start_at from schedule_entry e join shift_baseline b on b.plant = e.plant and b.version = e.version
       where e.plant = $1 and e.operation = any($2) and e.start_at < b.end_at and e.end_at > b.start_at`,
      [tx.plant, operations],
    );
    return rows.map(({ line, start_at }) => ({ line, at: start_at.getTime() }));
  }

  /** Shifts with a plan that were on at some time in a window. */
  async shiftsIn(tx: Tx, [from, to]: readonly [number, number]): Promise<{ line: string; at: number }[]> {
    const rows = await tx.query<{ line: string; start_at: Date }>(
      `select line, start_at from shift_baseline where plant = $1 and start_at < $3 and end_at > $2::timestamptz - interval '1 day'`,
      [tx.plant, new Date(from), new Date(to)],
    );
    return rows.map(({ line, start_at }) => ({ line, at: start_at.getTime() }));
  }

  /** Moves of the plans that were published in a window. */
  async moves(tx: Tx, scope: FactScope): Promise<KeptMove[]> {
    const rows = await tx.query<{
      line: string;
      station: string;
      published_at: Date;
      sums: Record<string, string>;
    }>(
      `select line, station, published_at, sums from kpi_plan_move where plant = $1 and line = any($2) and published_at >= $3 and published_at < $4`,
      [tx.plant, ...window(scope)],
    );
    return rows.map(({ published_at, ...rest }) => ({ ...rest, publishedAt: published_at.getTime() }));
  }

  /** Notices that came due in a window. Withdrawn ones do not count. */
  async notices(tx: Tx, scope: FactScope): Promise<DueNotice[]> {
    const rows = await tx.query<{
      line: string;
      station: string;
      due_at: Date;
      acknowledged_at: Date | null;
    }>(
      `select coalesce(line, '') as line, coalesce(station, '') as station, due_at, acknowledged_at from notice
       where plant = $1 and coalesce(line, '') = any($2) and due_at >= $3 and due_at < $4 and withdrawn_at is null`,
      [tx.plant, ...window(scope)],
    );
    return rows.map(({ line, station, due_at, acknowledged_at }) => ({
      line,
      station,
      dueAt: due_at.getTime(),
      acknowledgedAt: acknowledged_at?.getTime() ?? null,
    }));
  }

  /** When a notice came due, and where. */
  async notice(tx: Tx, id: string): Promise<{ line: string; at: number } | null> {
    const [row] = await tx.query<{ line: string; due_at: Date }>(
      `select coalesce(line, '') as line, due_at from notice where plant = $1 and id = $2`,
      [tx.plant, id],
    );
    return row ? { line: row.line, at: row.due_at.getTime() } : null;
  }
}

/** What an entry says of a shift until an instant: its pieces as they spread evenly over its run. */
export function baselineOf(
  entry: FrozenEntry,
  until: number,
): { planned: BaselineEntry; actual: ActualEntry } {
  const { operation, startAt, endAt, startedAt, endedAt, qtyMade } = entry;
  const inside = Math.max(0, Math.min(entry.endAt, until) - Math.max(entry.runStartAt, entry.shiftStartAt));
  // What of a run lies before the shift is behind it: the remaining pieces spread over the rest.
  const whole = Math.max(1, entry.endAt - Math.max(entry.runStartAt, entry.shiftStartAt));
  const qty = new Exact(entry.qtyLeft).times(inside).div(whole).toDecimalPlaces(6);
  return {
    planned: { operation, startAt, endAt, qty },
    actual: { startedAt, endedAt, qty: qtyMade },
  };
}
