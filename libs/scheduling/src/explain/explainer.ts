import { type Model, NEVER } from '../model/model';
import { byText } from '../model/order';
import type { Problem } from '../problem';
import type { CauseKind, ChainLink, PlacedOperation, Schedule } from '../schedule';
import { PoolProfile } from '../rules/pool-profile';
import { type Replay, replay, stateAfter } from './replay';

type Cause = Pick<ChainLink, 'kind' | 'until'> & Partial<Pick<ChainLink, 'by' | 'pool'>>;

/** Answers for one schedule why each operation does not start earlier. */
export class Explainer {
  private readonly replay: Replay;
  private readonly pools: PoolProfile[];
  private readonly numberOf: ReadonlyMap<string, number>;
  private readonly fixedOn: ReadonlyMap<string, readonly PlacedOperation[]>;
  private readonly previous: Int32Array;
  /** Answers given before: chains of different jobs share most of their operations. */
  private readonly links: (ChainLink | null | undefined)[];
  /** For each operation the chain in which it was met last. */
  private readonly seenIn: Int32Array;
  private turn = 0;
  private readonly jobOf: ReadonlyMap<string, Problem['jobs'][number]>;

  constructor(
    private readonly model: Model,
    schedule: Pick<Schedule, 'operations' | 'opened'>,
  ) {
    this.replay = replay(model, schedule);
    this.pools = model.pools.map((steps) => new PoolProfile(steps));
    this.numberOf = new Map(model.key.map((key, o) => [key, o]));
    this.jobOf = new Map(model.problem.jobs.map((job) => [job.id, job]));
    this.links = new Array<ChainLink | null | undefined>(model.size);
    this.seenIn = new Int32Array(model.size);
    this.previous = new Int32Array(model.size).fill(-1);
    const { lists } = this.replay;
    for (let k = 0; k < model.stationId.length; k++) {
      for (let i = 1; i < lists.count[k]!; i++)
        this.previous[lists.op[lists.base[k]! + i]!] = lists.op[lists.base[k]! + i - 1]!;
    }
    for (let o = 0; o < model.size; o++) this.occupy(o, true);
    const fixed = new Map<string, PlacedOperation[]>();
    for (const { op, station, start, end } of model.problem.fixed) {
      fixed.set(station, [...(fixed.get(station) ?? []), { op, station, start, runStart: start, end }]);
    }
    this.fixedOn = fixed;
  }

  /** The chain from an operation backwards: each link says what holds its operation back; it ends where nothing movable does. */
  chain(op: string, longest: number): ChainLink[] {
    const links: ChainLink[] = [];
    const turn = ++this.turn;
    for (let o = this.numberOf.get(op); o !== undefined && links.length < longest;) {
      const link = this.why(o);
      if (!link || this.seenIn[o] === turn) break;
      this.seenIn[o] = turn;
      links.push(link);
      o = link.by === undefined ? undefined : this.numberOf.get(link.by);
    }
    return links;
  }

  /** Why the operation does not start earlier; null for unplaced ones. */
  private why(o: number): ChainLink | null {
    const known = this.links[o];
    if (known !== undefined) return known;
    const { plan, times } = this.replay;
    if (times.end[o] === NEVER) return (this.links[o] = null);
    const station = this.model.stationId[this.model.modes.station[plan.mode[o]!]!]!;
    const op = this.model.key[o]!;
    return (this.links[o] = { op, station, runStart: times.runStart[o]!, ...this.cause(o, station) });
  }

  private cause(o: number, station: string): Cause {
    const { time, times, plan } = this.replay;
    const mode = plan.mode[o]!;
    const whole = this.model.whole[o] === 1;
    const waits = this.waits(o);
    const k = this.model.modes.station[mode]!;
    stateAfter(this.replay, k, this.previous[o]!);
    const { at, family } = time;
    this.occupy(o, false);
    let cause: Cause | undefined;
    while (time.place(mode, whole, waits.until) && time.runStart < times.runStart[o]!) {
      const shortage = this.shortage(mode);
      if (!shortage) break;
      cause = shortage;
      time.free = shortage.until;
      time.at = at;
      time.family = family;
    }
    this.occupy(o, true);
    if (time.runStart < times.runStart[o]!) return this.later(o);
    return cause ?? this.stationOrWait(o, station, waits);
  }

  /** The latest of release, material and predecessors. */
  private waits(o: number): Cause {
    const { before, problem, key, release } = this.model;
    const { times } = this.replay;
    let cause: Cause = { kind: 'release', until: release[o]! };
    if (release[o] === 0) cause = { kind: 'calendar', until: 0 };
    else {
      const job = this.jobOf.get(this.model.jobs.id[this.model.job[o]!]!)!;
      const operation = job.operations.find(({ id }) => `${job.id}/${id}` === key[o])!;
      if (operation.ready === release[o]) cause = { kind: 'ready', until: operation.ready };
      else if (job.release !== release[o]) {
        const [by] = operation.after
          .filter(({ op, min }) => problem.fixed.some((f) => f.op === op && f.end + min === release[o]))
          .map(({ op }) => op)
          .sort(byText);
        cause = { kind: 'after', until: release[o]!, by };
      }
    }
    for (let a = before.from[o]!; a < before.from[o + 1]!; a++) {
      const until = times.end[before.op[a]!]! + before.min[a]!;
      if (until >= cause.until) cause = { kind: 'after', until, by: key[before.op[a]!]! };
    }
    return cause;
  }

  /** The station and what it did before, or the wait, whichever ends later. */
  private stationOrWait(o: number, station: string, waits: Cause): Cause {
    const { times } = this.replay;
    const start = times.start[o]!;
    const previous = this.previous[o]!;
    const fixed = (this.fixedOn.get(station) ?? [])
      .filter(({ end }) => end <= start)
      .sort((a, b) => b.end - a.end)[0];
    const freeAt = this.model.problem.stations.find(({ id }) => id === station)!.freeAt;
    const busy: [CauseKind, number, string?][] = [['free', freeAt]];
    if (previous >= 0) busy.push(['station', times.end[previous]!, this.model.key[previous]!]);
    if (fixed) busy.push(['fixed', fixed.end, fixed.op]);
    const [kind, end, by] = busy.reduce((a, b) => (b[1] >= a[1] ? b : a));
    const until = this.firstRun(o, previous, end);
    if (until <= waits.until || (by === undefined && freeAt === 0 && times.changeover[o] === 0)) return waits;
    return by === undefined ? { kind, until } : { kind, until, by };
  }

  /** When the operation could run behind `previous` on a station that is free from then, if it waited for nothing else. */
  private firstRun(o: number, previous: number, free: number): number {
    const { time, plan, times } = this.replay;
    const mode = plan.mode[o]!;
    stateAfter(this.replay, this.model.modes.station[mode]!, previous);
    time.free = Math.max(time.free, free);
    const found = time.place(mode, this.model.whole[o] === 1, 0);
    return found ? Math.min(time.runStart, times.runStart[o]!) : times.runStart[o]!;
  }

  /** It could run earlier as far as its own rules go: a follower within a longest wait could not, or the plan wants it so. */
  private later(o: number): Cause {
    const { after, key, modes, whole } = this.model;
    const { times, time, plan } = this.replay;
    const runStart = times.runStart[o]!;
    const mode = plan.mode[o]!;
    for (let a = after.from[o]!; a < after.from[o + 1]!; a++) {
      const follower = after.op[a]!;
      const end = times.runStart[follower]! - after.max[a]!;
      if (end <= 0 || times.end[o]! > end + 1) continue;
      const run = modes.run[mode]!;
      const latest = whole[o] ? end - run : time.latestStartFor(modes.station[mode]!, end, run);
      return { kind: 'follower', until: Math.min(latest, runStart), by: key[follower]! };
    }
    return { kind: 'chosen', until: runStart };
  }

  /** Where the last shortage of people during the place just found stops, and who causes it. */
  private shortage(mode: number): Cause | undefined {
    const { poolFrom, pool, need } = this.model.modes;
    const { time } = this.replay;
    let found: Cause | undefined;
    for (let q = poolFrom[mode]!; q < poolFrom[mode + 1]!; q++) {
      const profile = this.pools[pool[q]!]!;
      for (let i = time.startAt; i <= time.endAt; i++) {
        const from = i === time.startAt ? time.start : time.from[i]!;
        const to = i === time.endAt ? time.end : time.to[i]!;
        const until = from < to ? profile.shortageEnd(from, to, need[q]!) : -1;
        if (until <= (found?.until ?? -1) || until >= NEVER) continue;
        const by = profile.blocker;
        found = { kind: by >= 0 ? 'people' : 'absent', until, pool: this.model.poolId[pool[q]!]! };
        if (by >= 0) found.by = this.model.key[by]!;
      }
    }
    return found;
  }

  private occupy(o: number, add: boolean): void {
    const { poolFrom, pool, need } = this.model.modes;
    const { times, time, plan } = this.replay;
    if (times.end[o] === NEVER) return;
    const mode = plan.mode[o]!;
    for (let q = poolFrom[mode]!; q < poolFrom[mode + 1]!; q++) {
      for (let i = times.startAt[o]!; i <= times.endAt[o]!; i++) {
        const from = i === times.startAt[o] ? times.start[o]! : time.from[i]!;
        const to = i === times.endAt[o] ? times.end[o]! : time.to[i]!;
        if (add) this.pools[pool[q]!]!.add(from, to, need[q]!, o);
        else this.pools[pool[q]!]!.remove(from, to, need[q]!);
      }
    }
  }
}
