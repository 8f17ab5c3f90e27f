import { Inject, Injectable } from '@nestjs/common';
import {
  isRefusal,
  refuse,
  type Refusal,
  type StateInterval,
  type Station,
  type StationLive,
  type Watermark,
} from '@takt/contracts';
import { giveUpBelow, missingSeqs, watermarkOf } from '@takt/telemetry';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database';
import type { DeviceLife } from '../access';
import { PlantRepository } from '../plant';
import { LiveRepository, type LiveView, type Span } from './live.repository';
import { ShiftStart } from './shift-start';
import { shownState } from './live-station';

const STATES_DAYS = 31;
const DAY_MS = 86_400_000;

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

function describe(
  station: Station,
  view: LiveView | undefined,
  { counted, known }: { counted: { good: number; scrap: number }; known: ReadonlySet<string> },
): StationLive {
  const { state, since, reason: said } = shownState({ tail: view?.tail ?? [] });
  const reason = said !== null && known.has(said) ? said : null;
  const memory = view?.memory;
  return {
    station: station.id,
    line: station.line,
    state,
    stateSince: iso(since),
    reason,
    online: view?.online ?? null,
    lastMessageAt: iso(memory?.heardAt ?? null),
    goodShift: counted.good,
    scrapShift: counted.scrap,
    measures: { ...memory?.measures },
    alarms: (memory?.alarms ?? [])
      .filter(({ active }) => active)
      .map(({ code, severity, since: at, text }) => ({
        code,
        severity,
        since: new Date(at).toISOString(),
        text,
      })),
    openStop: view?.openStop ?? null,
    version: view?.version ?? 0,
  };
}

/** Stations as they are and as they were. */
@Injectable()
export class LiveService {
  constructor(
    private readonly database: Database,
    private readonly repository: LiveRepository,
    private readonly plants: PlantRepository,
    private readonly shifts: ShiftStart,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Stations as they are now; of one line, or all. */
  live(plant: string, line?: string): Promise<StationLive[]> {
    return this.database.read(plant, async (tx) => {
      const stations = await this.plants.allStations(tx);
      return this.describe(
        tx,
        stations.filter((station) => line === undefined || station.line === line),
      );
    });
  }

  /** Some stations as they are now. */
  some(plant: string, ids: readonly string[]): Promise<StationLive[]> {
    return this.database.read(plant, async (tx) =>
      this.describe(tx, await this.plants.stationsOf(tx, plant, ids)),
    );
  }

  /** The states of a station in a window. @returns thing.unknown, station.window */
  async states(
    plant: string,
    station: string,
    window: { from: string; to: string },
  ): Promise<StateInterval[] | Refusal> {
    const span: Span = { from: new Date(window.from), to: new Date(window.to) };
    const length = span.to.getTime() - span.from.getTime();
    if (length <= 0 || length > STATES_DAYS * DAY_MS)
      return refuse('station.window', { ...window, limit: `${STATES_DAYS} d` });
    const rows = await this.database.read(plant, async (tx) =>
      (await this.plants.station(tx, station))
        ? this.repository.intervals(tx, span, station)
        : refuse('thing.unknown', { kind: 'station', id: station }),
    );
    if (isRefusal(rows)) return rows;
    return rows.map((row) => ({
      ...row,
      startAt: row.startAt.toISOString(),
      endAt: row.endAt?.toISOString() ?? null,
    }));
  }

  /** Up to where nothing is missing, by station and boot, newest boots first. */
  async watermarks(plant: string, station?: string): Promise<Watermark[]> {
    const boots = await this.database.read(plant, (tx) => this.repository.boots(tx, station ?? null));
    return boots.map(({ station: id, boot, ranges, givenUp, committedAt }) => {
      const settled = giveUpBelow(ranges, givenUp);
      const seq = watermarkOf(settled);
      return {
        station: id,
        boot,
        seq,
        above: settled.filter(([from]) => from > seq).map(([from, to]): [number, number] => [from, to]),
        committedAt: committedAt.toISOString(),
        gaps: missingSeqs(settled),
      };
    });
  }

  /** Whether a device is there: when one of its stations is heard. */
  async lifeOf(plant: string, stations: readonly string[]): Promise<DeviceLife> {
    const lives = await this.database.read(plant, (tx) => this.repository.lives(tx, stations));
    const heard = lives.flatMap(({ memory }) => memory.heardAt ?? []);
    return {
      online: lives.some(({ online }) => online === true),
      lastMessageAt: heard.length === 0 ? null : iso(Math.max(...heard)),
    };
  }

  private async describe(tx: Tx, stations: readonly Station[]): Promise<StationLive[]> {
    const now = this.clock.now();
    const begins = await this.shifts.of(tx, [...new Set(stations.map(({ line }) => line))], now);
    const since = new Map(stations.map(({ id, line }) => [id, new Date(begins.get(line) ?? now)]));
    const counted = new Map((await this.repository.countedSince(tx, since)).map((row) => [row.station, row]));
    const views = await this.repository.lives(
      tx,
      stations.map(({ id }) => id),
    );
    const byStation = new Map(views.map((view) => [view.station, view]));
    const known = new Set((await this.plants.reasons(tx)).map(({ id }) => id));
    return stations.map((station) =>
      describe(station, byStation.get(station.id), {
        counted: counted.get(station.id) ?? { good: 0, scrap: 0 },
        known,
      }),
    );
  }
}
