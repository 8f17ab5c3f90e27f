import { Injectable } from '@nestjs/common';
import type { WorkSpan } from '@takt/kpi';
import type { Tx } from '../../../platform/database';
import { STANDS, runSec, type FactScope } from './station.facts';

/** A time in which a person was here. */
export interface Presence {
  readonly worker: string;
  readonly line: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly source: string;
}

/** Good pieces that people reported. */
export interface Output {
  readonly station: string;
  readonly at: number;
  readonly good: string;
  readonly labourSecPerUnit: string;
  /** value at which they went into stock; 0: not finished yet */
  readonly value: string;
  readonly last: boolean;
  readonly workers: readonly string[];
  readonly source: string;
}

interface SpanRow {
  readonly worker: string;
  readonly line: string;
  readonly operation: string;
  readonly station: string;
  readonly source: string;
  readonly start_at: Date;
  readonly end_at: Date;
}

const scopeParameters = ({ subjects, window, asOf }: FactScope): unknown[] => [
  ...[subjects, new Date(window[0]), new Date(Math.min(window[1], asOf)), new Date(asOf)],
];

/** Standard labour time of a unit, whether it was the last operation, and the value at which the pieces of report `r` on operation `o` went into stock. */
export const OUTPUT = {
  labourSec: `(${runSec('r.station')}::numeric * o.crew)::text`,
  last: `not exists (select from operation n where n.plant = o.plant and n.work_order = o.work_order and n.no > o.no)`,
  value: `coalesce((select sum(m.value) from stock_movement m where m.plant = r.plant and m.report = r.id and m.kind = 'completion' and m.reverses is null and m.corrects is null), 0)::text`,
} as const;

/** Presence, work and output of people in PostgreSQL: read from the tables of people, production and inventory. */
@Injectable()
export class LabourFacts {
  /** Presences that touch the window. */
  async presences(tx: Tx, scope: FactScope): Promise<Presence[]> {
    const rows = await tx.query<SpanRow>(
      `select worker, coalesce(line, '') as line, in_at as start_at, least(coalesce(out_at, $5), $5) as end_at, source from attendance
       where plant = $1 and worker = any($2) and in_at < $4 and (out_at > $3 or (out_at is null and $5 > $3)) order by worker, in_at`,
      [tx.plant, ...scopeParameters(scope)],
    );
    return rows.map(({ worker, line, source, start_at, end_at }) => ({
      worker,
      line,
      source,
      startAt: start_at.getTime(),
      endAt: end_at.getTime(),
    }));
  }

  /** Work on operations that touches the window. */
  async work(tx: Tx, scope: FactScope): Promise<WorkSpan[]> {
    const rows = await tx.query<SpanRow>(
      `select u.worker, r.operation, r.station, r.start_at, least(coalesce(r.end_at, $5), $5) as end_at
       from operation_run r cross join lateral unnest(r.workers) u(worker)
       where r.plant = $1 and u.worker = any($2) and r.start_at < $4 and (r.end_at > $3 or (r.end_at is null and $5 > $3))`,
      [tx.plant, ...scopeParameters(scope)],
    );
    return rows.map(({ worker, operation, station, start_at, end_at }) => ({
      worker,
      operation,
      station,
      startAt: start_at.getTime(),
      endAt: end_at.getTime(),
    }));
  }

  /** Good pieces of the reports that stand, of some people or of nobody (empty id). */
  async output(tx: Tx, scope: FactScope): Promise<Output[]> {
    const [subjects, from, to] = scopeParameters(scope);
    const rows = await tx.query<Omit<Output, 'at'> & { readonly at: Date }>(
      `select r.station, r.at, r.good::text as good, r.workers, r.source,
         ${OUTPUT.labourSec} as "labourSecPerUnit", ${OUTPUT.last} as last, ${OUTPUT.value} as value
       from report r join operation o on o.plant = r.plant and o.id = r.operation
       where r.plant = $1 and r.at >= $3 and r.at < $4 and r.good > 0 and (r.workers && $2::text[] or (r.workers = '{}' and '' = any($2))) and ${STANDS}`,
      [tx.plant, subjects, from, to],
    );
    return rows.map((row) => ({ ...row, at: row.at.getTime() }));
  }

  /** Who was here or reported in a window. */
  async workersIn(tx: Tx, window: readonly [number, number]): Promise<string[]> {
    const rows = await tx.query<{ worker: string }>(
      `select worker from attendance where plant = $1 and in_at < $3 and (out_at is null or out_at > $2)
       union select u.worker from report r cross join lateral unnest(case when r.workers = '{}' then array[''] else r.workers end) u(worker)
         where r.plant = $1 and r.at >= $2 and r.at < $3`,
      [tx.plant, new Date(window[0]), new Date(window[1])],
    );
    return rows.map(({ worker }) => worker);
  }

  /** Who worked on the operation of a report, and from when to when; null: until now. */
  async spanOfReport(
    tx: Tx,
    report: string,
  ): Promise<{ worker: string; fromAt: number; toAt: number | null }[]> {
    const rows = await tx.query<{ worker: string; from_at: Date; to_at: Date | null }>(
      `select distinct u.worker, min(least(r.at, r.start_at)) over () as from_at, case when o.ended_at is null then null else greatest(o.ended_at, max(r.at) over ()) end as to_at
       from report t join operation o on o.plant = t.plant and o.id = t.operation join report r on r.plant = t.plant and r.operation = t.operation
       cross join lateral unnest(case when r.workers = '{}' then array[''] else r.workers end) u(worker)
       where t.plant = $1 and t.id = $2`,
      [tx.plant, report],
    );
    return rows.map(({ worker, from_at, to_at }) => ({
      worker,
      fromAt: from_at.getTime(),
      toAt: to_at?.getTime() ?? null,
    }));
  }

  /** The badge readings of a worker before and after an instant: what a reading between them may have changed. */
  async badgesAround(
    tx: Tx,
    worker: string,
    at: number,
  ): Promise<{ fromAt: number | null; toAt: number | null }> {
    const [row] = await tx.query<{ before: Date | null; after: Date | null }>(
      `select (select max(at) from badge_reading where plant = $1 and worker = $2 and at < $3) as before,
         (select min(at) from badge_reading where plant = $1 and worker = $2 and at > $3) as after`,
      [tx.plant, worker, new Date(at)],
    );
    return { fromAt: row?.before?.getTime() ?? null, toAt: row?.after?.getTime() ?? null };
  }
}
