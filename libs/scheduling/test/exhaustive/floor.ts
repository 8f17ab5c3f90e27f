import type { Mode, Placement, ProblemFile } from '../../src/verify/files';
import type { Task } from './tasks';

/** A place for a task and the seconds of changeover it has there. */
export interface Spot extends Placement {
  changeover: number;
}

/** What is known of a station at a point of the search. */
interface StationState {
  works: boolean[];
  changeover: string | null | undefined;
  family: string | null | undefined;
  /** A movable task may start from then. */
  freeAt: number;
  /** Latest end of a movable task. */
  movableEnd: number;
}

/** Stations and people, second by second, at a point of the search. */
export class Floor {
  private readonly stations: Map<string, StationState>;
  /** People who are left, by pool and second. */
  private readonly people: Map<string, number[]>;

  constructor(
    private readonly file: ProblemFile,
    opened: { station: string; interval: readonly [number, number] }[],
  ) {
    this.stations = new Map(
      file.stations.map(({ id, calendar, changeover, family, freeAt }) => {
        const own = opened.filter(({ station }) => station === id).map(({ interval }) => interval);
        const works = this.everySecond((at) =>
          [...calendar, ...own].some(([start, end]) => start <= at && at < end),
        );
        return [id, { works, changeover, family, freeAt, movableEnd: 0 }];
      }),
    );
    this.people = new Map(
      file.pools.map(({ id, capacity }) => [
        id,
        this.everySecond((at) =>
          capacity.reduce((sum, [start, end, count]) => sum + (start <= at && at < end ? count : 0), 0),
        ),
      ]),
    );
  }

  /** Takes the people of fixed work away, for the whole search. */
  reserve({ modes, fixed }: Task): void {
    if (!fixed) return;
    const used = this.everySecond((at) => at).filter((at) => fixed.start <= at && at < fixed.end);
    this.takePeople(
      modes.find(({ station }) => station === fixed.station),
      used,
      1,
    );
  }

  /** Puts a task on its spot; call what is returned to take it away again. */
  put(task: Task, spot: Spot): () => void {
    const station = this.station(spot.station);
    const before = { ...station };
    const mode = task.fixed ? undefined : task.modes.find((candidate) => candidate.station === spot.station);
    const used: number[] = [];
    for (let at = spot.start; mode && at < spot.end; at++) if (station.works[at]) used.push(at);
    station.family = task.family ?? station.family;
    station.freeAt = Math.max(station.freeAt, spot.end);
    if (!task.fixed) station.movableEnd = Math.max(station.movableEnd, spot.end);
    this.takePeople(mode, used, 1);
    return () => {
      this.takePeople(mode, used, -1);
      Object.assign(station, before);
    };
  }

  /** The spot of fixed work; undefined when movable work on the station has run into it. */
  fixedSpot({ ref, fixed }: Task): Spot | undefined {
    if (!fixed || this.station(fixed.station).movableEnd > Math.max(0, fixed.start)) return undefined;
    const { station, start, end } = fixed;
    return { op: ref, station, start, runStart: start, end, changeover: 0 };
  }

  /** Every spot of a movable task in a mode whose run starts within [from, to], earliest first. */
  *spots(task: Task, mode: Mode, [from, to]: [number, number]): Generator<Spot> {
    for (let start = this.station(mode.station).freeAt; start <= this.file.horizon; start++) {
      const spot = this.spotAt(task, mode, start);
      if (spot && spot.runStart >= from && spot.runStart <= to) yield spot;
    }
  }

  private spotAt(task: Task, mode: Mode, start: number): Spot | undefined {
    const station = this.station(mode.station);
    const { works } = station;
    const changeover = mode.setup + this.matrixEntry(station, task.family);
    const held = !task.interruptible;
    let [at, left, runStart] = [start, changeover + mode.run, start];
    if (left > 0 ? !works[start] : held && !works[start] && !works[start - 1]) return undefined;
    for (; left > 0; at++) {
      if (at >= this.file.horizon || (held && !works[at])) return undefined;
      if (!works[at]) continue;
      if (mode.pools.some(([pool, count]) => count > 0 && (this.people.get(pool)?.[at] ?? 0) < count))
        return undefined;
      if (left === mode.run) runStart = at;
      left--;
    }
    if (mode.run === 0) runStart = at;
    return { op: task.ref, station: mode.station, start, runStart, end: at, changeover };
  }

  private matrixEntry({ changeover, family: from }: StationState, to: string | null | undefined): number {
    if (changeover == null || from == null || to == null) return 0;
    const { families, seconds } = this.file.changeovers[changeover];
    return seconds[families.indexOf(from)][families.indexOf(to)];
  }

  private takePeople(mode: Mode | undefined, used: number[], sign: 1 | -1): void {
    for (const [pool, count] of mode?.pools ?? []) {
      const left = this.people.get(pool) as number[];
      for (const at of used) left[at] -= sign * count;
    }
  }

  private station(id: string): StationState {
    return this.stations.get(id) as StationState;
  }

  private everySecond<T>(of: (at: number) => T): T[] {
    return Array.from({ length: this.file.horizon + 1 }, (_, at) => of(at));
  }
}
