import { claimed, type Placement, type ProblemInput, type ScheduleInput } from '../../src/verify';
import { problemFile, type ProblemFile } from '../../src/verify/files';
import { Floor, type Spot } from './floor';
import { leastCost } from './least-cost';
import { mayWaitingPay, tasksOf, type Task } from './tasks';

/**
 * The best schedule that places every operation, found by trying everything, second by second: the yardstick for the engine,
 * with which it shares no code. Slow by design.
 *
 * @param problem at most eight operations, a horizon of some dozens of seconds, one or two overtime intervals
 * @param below only plans with a lower score are looked for; default: any
 * @returns the best schedule, or undefined when no complete plan scores below `below`
 */
export function bestSchedule(
  problem: ProblemInput,
  below = Number.MAX_SAFE_INTEGER,
): ScheduleInput | undefined {
  const file = problemFile.parse(problem);
  const offers = file.stations.flatMap(({ id, overtime }) =>
    overtime.map((interval) => ({ station: id, interval })),
  );
  let best: ScheduleInput | undefined;
  for (let choice = 0; choice < 2 ** offers.length; choice++) {
    const opened = offers.filter((_, i) => choice & (1 << i));
    const price =
      file.price.overtime * opened.reduce((sum, { interval: [start, end] }) => sum + end - start, 0);
    const found = new Search(file, new Floor(file, opened), (best?.score ?? below) - price).run();
    if (found) best = claimed(problem, found, { opened });
  }
  return best;
}

/** Branch and bound over the order in which operations run, their modes and, where waiting can pay, their starts. */
class Search {
  private readonly tasks: Task[];
  private readonly spots: (Spot | undefined)[];
  private readonly waitingPays: boolean;
  private best: Placement[] | undefined;

  constructor(
    private readonly file: ProblemFile,
    private readonly floor: Floor,
    private limit: number,
  ) {
    this.tasks = tasksOf(file);
    this.spots = this.tasks.map(() => undefined);
    this.waitingPays = mayWaitingPay(file);
  }

  /** The best placements that cost less than the limit. */
  run(): Placement[] | undefined {
    for (const task of this.tasks) this.floor.reserve(task);
    this.extend(0, -1, -Infinity);
    return this.best;
  }

  /** Places one more task in every way; none runs before `lastRun` where starts are chosen; `last` was placed before. */
  private extend(count: number, last: number, lastRun: number): void {
    const cost = leastCost(this.file, this.tasks, this.spots);
    if (cost >= this.limit) return;
    if (count === this.tasks.length) {
      this.limit = cost;
      this.best = this.spots.map((spot) => placementOf(spot as Spot));
      return;
    }
    this.tasks.forEach((task, t) => {
      if (this.spots[t] || !this.mayFollow(task) || this.isSwap(last, t)) return;
      for (const spot of this.waysOf(task, lastRun)) {
        const takeAway = this.floor.put(task, spot);
        this.spots[t] = spot;
        this.extend(count + 1, t, Math.max(lastRun, spot.runStart));
        this.spots[t] = undefined;
        takeAway();
      }
    });
  }

  private mayFollow({ fixed, after }: Task): boolean {
    return fixed !== undefined || after.every(([before]) => this.spots[before] ?? this.tasks[before].fixed);
  }

  /** Two tasks that have nothing in common need to be placed in one order only. */
  private isSwap(last: number, t: number): boolean {
    if (last < t || this.waitingPays) return false;
    const [a, b] = [this.tasks[last], this.tasks[t]];
    const usesPeople = [a, b].some(({ modes }) => modes.some(({ pools }) => pools.length > 0));
    const meet = b.modes.some(({ station }) => station === this.spots[last]?.station);
    return !usesPeople && !meet && b.after.every(([before]) => before !== last);
  }

  /** The spots that a task can take now: every one where waiting may pay, else the earliest of each mode. */
  private *waysOf(task: Task, lastRun: number): Generator<Spot> {
    if (task.fixed) {
      const spot = this.floor.fixedSpot(task);
      if (spot && !(this.waitingPays && spot.runStart < lastRun)) yield spot;
      return;
    }
    const [from, to] = this.window(task);
    for (const mode of task.modes)
      for (const spot of this.floor.spots(task, mode, [
        this.waitingPays ? Math.max(from, lastRun) : from,
        to,
      ])) {
        yield spot;
        if (!this.waitingPays) break;
      }
  }

  /** Earliest and latest run start that release, material and the tasks before allow. */
  private window({ earliest, after }: Task): [number, number] {
    let [from, to] = [earliest, this.file.horizon];
    for (const [before, min, max] of after) {
      const end = (this.spots[before] ?? this.tasks[before].fixed)?.end ?? Infinity;
      from = Math.max(from, end + min);
      to = Math.min(to, end + max);
    }
    return [from, to];
  }
}

function placementOf({ op, station, start, runStart, end }: Spot): Placement {
  return { op, station, start, runStart, end };
}
