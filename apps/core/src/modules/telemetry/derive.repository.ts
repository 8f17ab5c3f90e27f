import { Injectable } from '@nestjs/common';
import type { StationState } from '@takt/contracts';
import type { OpenSpan, Pieces, StationMemory, StopSpan } from '@takt/telemetry';
import type { Tx } from '../../platform/database';
import { unheard, type Live } from './live-station';
import type { StationChange, StopRow } from './station-change';

/** A station by its plant and id. */
export interface StationKey {
  readonly plant: string;
  readonly station: string;
  readonly line: string;
}

/** Pieces to be added to a minute of a station. */
export interface CountRow extends Pieces {
  readonly plant: string;
  readonly station: string;
  /** epoch ms */
  readonly minuteAt: number;
}

/** Productive time whose operation was told after it had begun. */
export interface FoundOperation extends StationKey {
  /** epoch ms */
  readonly fromAt: number;
  /** epoch ms; null: it lasts */
  readonly toAt: number | null;
}

interface BeganUnder {
  readonly plant: string;
  readonly station: string;
  readonly operation: string | null;
}

interface LiveRow {
  readonly plant: string;
  readonly station: string;
  readonly line: string;
  readonly memory: StationMemory;
  readonly tail: OpenSpan[];
  readonly down: StopSpan | null;
  readonly down_since: Date | null;
  readonly open_stop: string | null;
  readonly online: boolean | null;
  readonly operation: string | null;
  readonly version: number;
  readonly told_version: number;
  readonly due_at: Date | null;
}

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** States in which an operation is worked on. */
const PRODUCTIVE: ReadonlySet<StationState> = new Set(['setup', 'running']);

const keyOf = ({ plant, station }: Pick<StationKey, 'plant' | 'station'>, startAt: number): string =>
  `${plant} ${station} ${startAt}`;

const liveOf = (row: LiveRow): Live => ({
  plant: row.plant,
  station: row.station,
  line: row.line,
  memory: row.memory,
  tail: row.tail,
  down: row.down,
  downSince: row.down_since?.getTime() ?? null,
  openStop: row.open_stop,
  online: row.online,
  operation: row.operation,
  version: row.version,
  toldVersion: row.told_version,
  dueAt: row.due_at?.getTime() ?? null,
});

/** What is derived from messages, in PostgreSQL: whole batches of stations at a time. */
@Injectable()
export class DeriveRepository {
  /** Locks stations until the commit, in one order, those that were never heard of included. */
  async lock(tx: Tx, keys: readonly StationKey[]): Promise<Live[]> {
    const [plants, stations] = [keys.map(({ plant }) => plant), keys.map(({ station }) => station)];
    const select = () =>
      tx.query<LiveRow>(
        `select * from station_live where (plant, station) in (select * from unnest($1::text[], $2::text[]))
         order by plant, station for update`,
        [plants, stations],
      );
    const rows = await select();
    if (rows.length === keys.length) return rows.map(liveOf);
    const known = new Set(rows.map(({ plant, station }) => `${plant}/${station}`));
    const missing = keys.filter(({ plant, station }) => !known.has(`${plant}/${station}`));
    await this.saveLives(
      tx,
      missing.map(({ plant, station, line }) => unheard(plant, station, line)),
      'nothing',
    );
    return (await select()).map(liveOf);
  }

  /** Locks stations at which the time alone changes something. */
  async lockDue(tx: Tx, now: Date, most: number): Promise<Live[]> {
    const rows = await tx.query<LiveRow>(
      'select * from station_live where due_at <= $1 order by plant, station limit $2 for update skip locked',
      [now, most],
    );
    return rows.map(liveOf);
  }

  /** Locks stations of whose newest version nobody was told. */
  async lockUntold(tx: Tx, most: number): Promise<Live[]> {
    const rows = await tx.query<LiveRow>(
      'select * from station_live where version > told_version order by plant, station limit $1 for update skip locked',
      [most],
    );
    return rows.map(liveOf);
  }

  /** Stores stations. */
  async saveLives(
    tx: Tx,
    lives: readonly Live[],
    onConflict: 'update' | 'nothing' = 'update',
  ): Promise<void> {
    if (lives.length === 0) return;
    const update = `update set line = excluded.line, memory = excluded.memory, tail = excluded.tail, down = excluded.down,
      down_since = excluded.down_since, open_stop = excluded.open_stop, online = excluded.online, operation = excluded.operation,
      version = excluded.version, told_version = excluded.told_version, due_at = excluded.due_at`;
    await tx.query(
      `insert into station_live (plant, station, line, memory, tail, down, down_since, open_stop, online, operation, version,
         told_version, due_at)
       select plant, station, line, memory, tail, down, "downSince", "openStop", online, operation, version,
         "toldVersion", "dueAt"
       from jsonb_to_recordset($1::jsonb) as l(plant text, station text, line text, memory jsonb, tail jsonb, down jsonb,
         "downSince" timestamptz, "openStop" uuid, online boolean, operation text, version int, "toldVersion" int, "dueAt" timestamptz)
       order by plant, station
       on conflict (plant, station) do ${onConflict === 'nothing' ? 'nothing' : update}`,
      [
        JSON.stringify(
          lives.map((live) => ({ ...live, downSince: iso(live.downSince), dueAt: iso(live.dueAt) })),
        ),
      ],
    );
  }

  /**
   * Replaces the intervals of stations from a moment on. One that stays keeps the operation under which it began, so that what was counted
   * for that holds; productive time that began before its operation was told gets it.
   * @returns productive time that has found its operation
   */
  async replaceIntervals(tx: Tx, changes: readonly StationChange[]): Promise<FoundOperation[]> {
    const list = changes.filter(({ replaceFrom }) => replaceFrom !== null);
    if (list.length === 0) return [];
    const [gone] = (await tx.query(
      `delete from state_interval i using unnest($1::text[], $2::text[], $3::timestamptz[]) as c(plant, station, from_at)
       where (i.plant, i.station) = (c.plant, c.station) and i.start_at >= c.from_at
       returning i.plant, i.station, i.start_at as "startAt", i.operation`,
      [
        list.map(({ after }) => after.plant),
        list.map(({ after }) => after.station),
        list.map(({ replaceFrom }) => iso(replaceFrom)),
      ],
    )) as unknown as [(BeganUnder & { readonly startAt: Date })[], number];
    const before = new Map(
      gone.map(({ startAt, ...rest }) => [keyOf(rest, startAt.getTime()), rest.operation]),
    );
    const found: FoundOperation[] = [];
    const rows = list.flatMap(({ after, intervals }) =>
      intervals.map((span) => {
        const { plant, station, line } = after;
        const began = before.get(keyOf(after, span.startAt));
        const missed = began === null && after.operation !== null && PRODUCTIVE.has(span.state);
        if (missed) found.push({ plant, station, line, fromAt: span.startAt, toAt: span.endAt });
        return {
          plant,
          station,
          operation: began === undefined || missed ? after.operation : began,
          ...span,
        };
      }),
    );
    await tx.query(
      `insert into state_interval (plant, station, start_at, end_at, state, reason, operation)
       select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[], $7::text[])
       on conflict (plant, station, start_at) do update set end_at = excluded.end_at, state = excluded.state,
         reason = excluded.reason, operation = excluded.operation`,
      [
        rows.map(({ plant }) => plant),
        rows.map(({ station }) => station),
        rows.map(({ startAt }) => iso(startAt)),
        rows.map(({ endAt }) => iso(endAt)),
        rows.map(({ state }) => state),
        rows.map(({ reason }) => reason),
        rows.map(({ operation }) => operation),
      ],
    );
    return found;
  }

  /** Adds pieces to minutes. */
  async addCounts(tx: Tx, rows: readonly CountRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.query(
      `insert into count_minute (plant, station, minute_at, good, scrap)
       select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::bigint[], $5::bigint[])
       on conflict (plant, station, minute_at)
       do update set good = count_minute.good + excluded.good, scrap = count_minute.scrap + excluded.scrap`,
      [
        rows.map(({ plant }) => plant),
        rows.map(({ station }) => station),
        rows.map(({ minuteAt }) => iso(minuteAt)),
        rows.map(({ good }) => good),
        rows.map(({ scrap }) => scrap),
      ],
    );
  }

  /** Forgets the pieces of a station from a minute on. */
  async clearCounts(tx: Tx, { plant, station }: StationKey, fromAt: number): Promise<void> {
    await tx.query('delete from count_minute where plant = $1 and station = $2 and minute_at >= $3', [
      plant,
      station,
      iso(fromAt),
    ]);
  }

  /**
   * Stores stops; what a person has said about one stays. A reason that the plant does not know explains nothing: the word of the device
   * becomes the note, until somebody says why. @returns ids of those that were explained
   */
  async saveStops(tx: Tx, stops: readonly { live: Live; stop: StopRow }[]): Promise<Set<string>> {
    if (stops.length === 0) return new Set();
    const rows = await tx.query<{ id: string; explained: boolean }>(
      `insert into stop (plant, id, station, line, operation, state, start_at, end_at, reason, lost, note)
       select s.plant, s.id, s.station, s.line, s.operation, s.state, s.start_at, s.end_at, r.id, s.lost,
         case when r.id is null then coalesce(s.reason, '') else '' end
       from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[],
         $9::text[], $10::boolean[]) s (plant, id, station, line, operation, state, start_at, end_at, reason, lost)
         left join reason r on r.plant = s.plant and r.id = s.reason and r.kind = 'stop'
       on conflict (plant, id) do update set state = excluded.state, start_at = excluded.start_at, end_at = excluded.end_at,
         lost = excluded.lost, reason = case when stop.explained_at is null then excluded.reason else stop.reason end,
         note = case when stop.explained_at is null then excluded.note else stop.note end
       returning id, explained_at is not null as explained`,
      [
        stops.map(({ live }) => live.plant),
        stops.map(({ stop }) => stop.id),
        stops.map(({ live }) => live.station),
        stops.map(({ live }) => live.line),
        stops.map(({ live }) => live.operation),
        stops.map(({ stop }) => stop.state),
        stops.map(({ stop }) => iso(stop.startAt)),
        stops.map(({ stop }) => iso(stop.endAt)),
        stops.map(({ stop }) => stop.reason),
        stops.map(({ stop }) => stop.lost),
      ],
    );
    return new Set(rows.filter(({ explained }) => explained).map(({ id }) => id));
  }

  /** Removes stops that never were. */
  async removeStops(tx: Tx, plant: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.query('delete from stop where plant = $1 and id = any($2)', [plant, ids]);
  }
}
