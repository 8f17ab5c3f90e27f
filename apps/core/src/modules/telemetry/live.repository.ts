import { Injectable } from '@nestjs/common';
import type { StationState } from '@takt/contracts';
import type { OpenSpan, SeqRanges, StationMemory } from '@takt/telemetry';
import type { Tx } from '../../platform/database';

/** A station as it is stored, for showing. */
export interface LiveView {
  readonly station: string;
  readonly memory: StationMemory;
  readonly tail: readonly OpenSpan[];
  readonly online: boolean | null;
  readonly openStop: string | null;
  readonly version: number;
}

/** Pieces of a station since an instant. */
export interface CountedSince {
  readonly station: string;
  readonly good: number;
  readonly scrap: number;
}

/** An interval as it is stored. */
export interface IntervalView {
  readonly station: string;
  readonly state: StationState;
  readonly reason: string | null;
  readonly startAt: Date;
  readonly endAt: Date | null;
  readonly operation: string | null;
}

/** What has arrived of a boot. */
export interface BootView {
  readonly station: string;
  readonly boot: string;
  readonly ranges: SeqRanges;
  readonly givenUp: number;
  readonly committedAt: Date;
}

/** A window of time. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** Boots of a station that are shown. */
const BOOTS_MOST = 20;

/** What telemetry shows of a plant, in PostgreSQL. */
@Injectable()
export class LiveRepository {
  /** Stations that were heard of; all, or some. */
  lives(tx: Tx, stations: readonly string[] | null): Promise<LiveView[]> {
    return tx.query<LiveView>(
      `select station, memory, tail, online, open_stop as "openStop", version from station_live
       where plant = $1 and ($2::text[] is null or station = any($2))`,
      [tx.plant, stations],
    );
  }

  /** Pieces of stations, each since an instant of its own. */
  async countedSince(tx: Tx, since: ReadonlyMap<string, Date>): Promise<CountedSince[]> {
    const rows = await tx.query<{ station: string; good: string; scrap: string }>(
      `select c.station, sum(c.good) as good, sum(c.scrap) as scrap
       from unnest($2::text[], $3::timestamptz[]) as s(station, since)
       join count_minute c on c.plant = $1 and c.station = s.station and c.minute_at >= s.since group by c.station`,
      [tx.plant, [...since.keys()], [...since.values()].map((at) => at.toISOString())],
    );
    return rows.map(({ station, good, scrap }) => ({ station, good: Number(good), scrap: Number(scrap) }));
  }

  /** Intervals that reach into a window; all stations, or one. */
  intervals(tx: Tx, { from, to }: Span, station: string | null): Promise<IntervalView[]> {
    return tx.query<IntervalView>(
      `select station, state, reason, start_at as "startAt", end_at as "endAt", operation from state_interval
       where plant = $1 and ($2::text is null or station = $2) and start_at < $4 and (end_at is null or end_at > $3)
       order by station, start_at`,
      [tx.plant, station, from, to],
    );
  }

  /** What has arrived of the newest boots of stations. */
  async boots(tx: Tx, station: string | null): Promise<BootView[]> {
    const rows = await tx.query<Omit<BootView, 'givenUp'> & { givenUp: string }>(
      `select station, boot, ranges, given_up as "givenUp", committed_at as "committedAt" from (
         select *, row_number() over (partition by station order by committed_at desc) as place from device_boot
         where plant = $1 and ($2::text is null or station = $2)
       ) b where place <= ${BOOTS_MOST} order by station, committed_at desc, boot`,
      [tx.plant, station],
    );
    return rows.map((row) => ({ ...row, givenUp: Number(row.givenUp) }));
  }
}
