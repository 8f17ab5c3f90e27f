import { Injectable } from '@nestjs/common';
import type { StateFact } from '@takt/kpi';
import type { StationState } from '@takt/contracts';
import type { Tx } from '../../../platform/database';

/** A state of a station with what was made in it. */
export interface MadeState extends StateFact {
  readonly station: string;
  readonly item: string;
}

/** Pieces that a machine counted or people reported at a station. */
export interface StationPieces {
  readonly station: string;
  readonly from: 'machine' | 'terminal';
  readonly at: number;
  readonly good: string;
  readonly scrap: string;
  readonly rework: string;
  /** empty: of no order */
  readonly item: string;
  readonly step: number;
  readonly runSecPerUnit: string;
  readonly repair: boolean;
  readonly source: string;
}

/** Whose facts, when, and until when open ones last. */
export interface FactScope {
  readonly subjects: readonly string[];
  readonly window: readonly [number, number];
  readonly asOf: number;
}

interface StateRow {
  readonly station: string;
  readonly state: StationState;
  readonly planned: boolean;
  readonly item: string;
  readonly start_at: Date;
  readonly end_at: Date;
}

const until = ({ window, asOf }: FactScope): Date => new Date(Math.min(window[1], asOf));

/** Planned run time of a unit of operation `o` at a station, as decimal text; of its first way where it was not planned to run there. */
export const runSec = (station: string): string =>
  `coalesce((select (w->>'runSecPerUnit')::numeric from jsonb_array_elements(o.ways) w where w->>'station' = ${station} limit 1),
    (o.ways->0->>'runSecPerUnit')::numeric, 0)::text`;

/**
 * Until when a state lasts: an open one until the figures' own time. Of a station that nobody has heard of for a month it is not known that it
 * is unknown: it counts no more.
 */
export const lastsUntil = (asOf: string): string =>
  `least(coalesce(s.end_at, ${asOf}), ${asOf}, case when s.state = 'unknown' then s.start_at + interval '31 days' end)`;

/** What a state `s` was made of: its work order `w`, its stop `p` (none where it was shorter than a micro-stop), and its
 * reason `r`; a stop that was explained has the reason of its explanation. */
export const OF_STATE = `left join operation o on o.plant = s.plant and o.id = s.operation
  left join work_order w on w.plant = o.plant and w.id = o.work_order
  left join lateral (select p.id, p.reason from stop p where s.state in ('stopped', 'fault') and p.plant = s.plant and p.station = s.station
    and p.start_at <= s.start_at and (p.end_at is null or p.end_at > s.start_at) order by p.start_at desc limit 1) p on true
  left join reason r on r.plant = s.plant and r.id = coalesce(p.reason, s.reason)`;

/** What a machine was making in a minute `c`: what it last began by then, operation `o` of work order `w`. */
export const OF_MINUTE = `left join lateral (select s.operation from state_interval s where s.plant = c.plant and s.station = c.station
    and s.start_at < c.minute_at + interval '1 minute' order by s.start_at desc limit 1) s on true
  left join operation o on o.plant = c.plant and o.id = s.operation
  left join work_order w on w.plant = o.plant and w.id = o.work_order`;

/** A report `r` that is no counter-entry and was not taken back. */
export const STANDS = `r.reverses is null and not exists (select from report b where b.plant = r.plant and b.reverses = r.id)`;

/** States and pieces of stations in PostgreSQL: read from the tables of telemetry and production. */
@Injectable()
export class StationFacts {
  /** States that touch the window and one before, by station and start. A stop that was explained has the reason of its explanation. */
  async states(tx: Tx, scope: FactScope): Promise<MadeState[]> {
    const rows = await tx.query<StateRow>(
      `select s.station, s.state, s.start_at, ${lastsUntil('$5')} as end_at, coalesce(w.item, '') as item, coalesce(r.planned, false) as planned
       from unnest($2::text[]) st(station)
       cross join lateral (select max(b.start_at) as start_at from state_interval b where b.plant = $1 and b.station = st.station and b.start_at < $3) before
       join state_interval s on s.plant = $1 and s.station = st.station and s.start_at >= coalesce(before.start_at, $3) and s.start_at < $4
       ${OF_STATE}
       order by s.station, s.start_at`,
      [tx.plant, scope.subjects, new Date(scope.window[0]), until(scope), new Date(scope.asOf)],
    );
    return rows.map(({ start_at, end_at, ...rest }) => ({
      ...rest,
      startAt: start_at.getTime(),
      endAt: end_at.getTime(),
    }));
  }

  /** Until when the states last that are on at some instants, epoch ms, in the order asked; -∞: none is. */
  async lasting(
    tx: Tx,
    asked: readonly { readonly station: string; readonly at: number }[],
    asOf: number,
  ): Promise<number[]> {
    const rows = await tx.query<{ until: Date | null }>(
      `select ${lastsUntil('$4')} as until from unnest($2::text[], $3::timestamptz[]) with ordinality m(station, at, n)
       left join lateral (select b.state, b.start_at, b.end_at from state_interval b where b.plant = $1 and b.station = m.station and b.start_at <= m.at
         order by b.start_at desc limit 1) s on true order by m.n`,
      [tx.plant, asked.map(({ station }) => station), asked.map(({ at }) => new Date(at)), new Date(asOf)],
    );
    return rows.map(({ until }) => until?.getTime() ?? -Infinity);
  }

  /** Pieces by the minute from machines, and from the reports that stand. What a machine counts belongs to what it last began by then. */
  async pieces(tx: Tx, scope: FactScope): Promise<StationPieces[]> {
    const rows = await tx.query<Omit<StationPieces, 'at'> & { readonly at: Date }>(
      `select c.station, 'machine' as "from", c.minute_at as at, c.good::text, c.scrap::text, '0' as rework, coalesce(w.item, '') as item,
         coalesce(o.no, 0) as step, case when o.id is null then '0' else ${runSec('c.station')} end as "runSecPerUnit",
         coalesce(w.kind = 'rework', false) as repair, 'machine' as source
       from count_minute c
       ${OF_MINUTE}
       where c.plant = $1 and c.station = any($2) and c.minute_at >= $3 and c.minute_at < $4
       union all
       select r.station, 'terminal', r.at, r.good::text, r.scrap::text, r.rework::text, w.item, o.no, ${runSec('r.station')}, w.kind = 'rework', r.source
       from report r join operation o on o.plant = r.plant and o.id = r.operation join work_order w on w.plant = o.plant and w.id = o.work_order
       where r.plant = $1 and r.station = any($2) and r.at >= $3 and r.at < $4 and (r.good > 0 or r.scrap > 0 or r.rework > 0)
         and ${STANDS}`,
      [tx.plant, scope.subjects, new Date(scope.window[0]), until(scope)],
    );
    return rows.map((row) => ({ ...row, at: row.at.getTime() }));
  }

  /** Stations with facts of a reason: stops that it explains, states that it names. */
  async ofReason(
    tx: Tx,
    reason: string,
  ): Promise<{ station: string; fromAt: number; toAt: number | null }[]> {
    const rows = await tx.query<{ station: string; from_at: Date; to_at: Date | null }>(
      `select station, min(start_at) as from_at, case when bool_or(end_at is null) then null else max(end_at) end as to_at from (
         select station, start_at, end_at from stop where plant = $1 and reason = $2
         union all select station, start_at, end_at from state_interval where plant = $1 and reason = $2) f group by station`,
      [tx.plant, reason],
    );
    return rows.map(({ station, from_at, to_at }) => ({
      station,
      fromAt: from_at.getTime(),
      toAt: to_at?.getTime() ?? null,
    }));
  }

  /** Where and when a report was; of a counter-entry that of the report that it takes back. */
  async report(tx: Tx, id: string): Promise<{ station: string; at: number } | null> {
    const [row] = await tx.query<{ station: string; at: Date }>(
      'select coalesce(t.station, r.station) as station, coalesce(t.at, r.at) as at from report r left join report t on t.plant = r.plant and t.id = r.reverses where r.plant = $1 and r.id = $2',
      [tx.plant, id],
    );
    return row ? { station: row.station, at: row.at.getTime() } : null;
  }

  /** The span of a stop. */
  async stop(tx: Tx, id: string): Promise<{ station: string; fromAt: number; toAt: number | null } | null> {
    const [row] = await tx.query<{ station: string; start_at: Date; end_at: Date | null }>(
      'select station, start_at, end_at from stop where plant = $1 and id = $2',
      [tx.plant, id],
    );
    return row
      ? { station: row.station, fromAt: row.start_at.getTime(), toAt: row.end_at?.getTime() ?? null }
      : null;
  }
}
