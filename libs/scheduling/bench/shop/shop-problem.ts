import type { ProblemInput } from '../../src/verify';
import { bakery } from './bakery';
import { gifts } from './gifts';
import { allHours, DAYS, eveningOvertime, oneShift, presence, twoShifts, type Hours } from './hours';
import { jobshop } from './jobshop';
import type { Group, Line, Step } from './line';
import { seeded, type Seeded } from './seeded';

const DAY = 86400;
const lines = { bakery, gifts, jobshop };

/** Kinds of factory. */
export const kinds = Object.keys(lines) as Kind[];

/** Kind of factory. */
export type Kind = keyof typeof lines;

/** Which shop to make. */
export interface ShopOptions {
  kind: Kind;
  /** Any whole number; every seed is another shop. */
  seed: number;
  /** At least so many operations; the last order is made whole. */
  operations: number;
  /** Shifts, breaks and overtime instead of work around the clock; default true. */
  calendar?: boolean;
}

type Job = ProblemInput['jobs'][number];
type Operation = Job['operations'][number];
type Station = ProblemInput['stations'][number];

/**
 * A whole shop as a problem file: stations in groups, changeover families, shifts and overtime, people, orders with assembly
 * graphs, waits, late material, running work, a rough published plan, and every price of the score. The same options
 * always give the same shop.
 */
export function shopProblem(options: ShopOptions): ProblemInput {
  const { kind, seed, operations, calendar = true } = options;
  const random = seeded(`${kind} ${seed} ${operations} ${calendar}`);
  const line = lines[kind](operations);
  const hours = calendar ? twoShifts() : allHours();
  const stations = line.groups.flatMap((group) => stationsOf(group, { calendar, hours, random }));
  const jobs = ordersOf(line, operations, random);
  const fixed = runningWork(jobs, stations, random);
  const problem: ProblemInput = {
    version: 1,
    horizon: DAYS * DAY,
    stations,
    changeovers: matricesOf(line, random),
    pools: Object.entries(line.pools).map(([id, usual]) => ({
      id,
      capacity: presence(hours, usual, random),
    })),
    jobs,
    fixed,
    baseline: [],
    price: { changeover: 1, overtime: 2, moveSecond: 0, moveStation: 300 },
  };
  setDates(jobs, { stations: stations.length, share: calendar ? 0.51 : 0.9, random });
  problem.baseline = roughPlan(jobs, fixed, random);
  return problem;
}

function stationsOf(
  { name, stations, matrix }: Group,
  { calendar, hours, random }: { calendar: boolean; hours: Hours; random: Seeded },
): Station[] {
  return Array.from({ length: stations }, (_, i) => {
    const short = calendar && stations > 2 && random.chance(20);
    const offersOvertime = calendar && random.chance(50);
    return {
      id: `${name}-${i + 1}`,
      calendar: short ? oneShift() : hours,
      overtime: offersOvertime ? eveningOvertime((short ? 8 : 16) * 3600) : [],
      freeAt: random.pick([0, 0, 0, 1800, 3600]),
      ...(matrix ? { changeover: matrix.name, family: random.pick(matrix.families) } : {}),
    };
  });
}

function matricesOf({ groups }: Line, random: Seeded): ProblemInput['changeovers'] {
  const matrices: NonNullable<ProblemInput['changeovers']> = {};
  for (const { matrix } of groups) {
    if (!matrix || matrix.name in matrices) continue;
    const [least, most] = matrix.range;
    const entry = (same: boolean): number => (same ? 0 : Math.round(random.whole(least, most) / 60) * 60);
    const { families } = matrix;
    matrices[matrix.name] = {
      families,
      seconds: families.map((from) => families.map((to) => entry(from === to))),
    };
  }
  return matrices;
}

function ordersOf(line: Line, wanted: number, random: Seeded): Job[] {
  const groups = new Map(line.groups.map((group) => [group.name, group]));
  const jobs: Job[] = [];
  for (let count = 0; count < wanted; count += jobs[jobs.length - 1].operations.length) {
    const size = random.pick([0.3, 0.5, 1, 1, 1.5]);
    const family = random.pick(line.families);
    const steps = line.routing(random);
    jobs.push({
      id: `WO-${jobs.length + 1}`,
      weight: random.pick([1, 1, 1, 2, 5]),
      earliness: random.chance(20) ? 1 : 0,
      flow: random.chance(10) ? 1 : 0,
      operations: steps.map((step) =>
        operationOf(step, { group: groups.get(step.group), family, size, random }),
      ),
    });
  }
  return jobs;
}

function operationOf(
  step: Step,
  { group, family, size, random }: { group: Group | undefined; family: string; size: number; random: Seeded },
): Operation {
  const base = random.whole(...step.run) * size;
  const all = Array.from({ length: group?.stations ?? 0 }, (_, i) => `${step.group}-${i + 1}`);
  const late = step.after.length === 0 && random.chance(15);
  return {
    id: step.id,
    family,
    after: step.after.map(({ step: op, ...wait }) => ({ op, ...wait })),
    modes: random.sample(all, 4).map((station) => ({
      station,
      run: Math.max(30, Math.round((base * random.whole(90, 115)) / 3000) * 30),
      setup: random.pick([0, 0, 120]),
      pools: step.pool === undefined ? [] : [[step.pool, 1]],
    })),
    interruptible: step.interruptible,
    ...(late ? { ready: random.whole(0, 288) * 600 } : {}),
  };
}

/** Some stations are at work on the first operation of an order; it ends within the first shift. */
function runningWork(jobs: Job[], stations: Station[], random: Seeded): NonNullable<ProblemInput['fixed']> {
  const busy = new Set<string>();
  const fixed: NonNullable<ProblemInput['fixed']> = [];
  for (const { id, operations } of jobs.slice(0, Math.ceil(stations.length / 3))) {
    const [first] = operations;
    const mode = first.modes.find(({ station }) => !busy.has(station));
    if (!mode || first.ready !== undefined) continue;
    busy.add(mode.station);
    const station = stations.find((candidate) => candidate.id === mode.station);
    if (station) station.freeAt = 0;
    fixed.push({
      op: `${id}/${first.id}`,
      station: mode.station,
      start: -random.whole(0, 40) * 30,
      end: random.whole(1, 60) * 30,
    });
  }
  return fixed;
}

/** Due dates spread over the time in which the shop can do all this work, not before the order itself can be done. */
function setDates(
  jobs: Job[],
  { stations, share, random }: { stations: number; share: number; random: Seeded },
): void {
  const shortest = ({ modes }: Operation): number => Math.min(...modes.map(({ run }) => run));
  const work = jobs.map(({ operations }) =>
    operations.reduce((sum, operation) => sum + shortest(operation), 0),
  );
  const span = work.reduce((sum, length) => sum + length, 0) / stations / share;
  const part = (percent: number): number => (percent / 100) * span;
  jobs.forEach((job, j) => {
    const later = j >= stations && random.chance(40);
    job.release = later ? Math.floor(part(random.whole(0, 50)) / 600) * 600 : 0;
    const lead = (work[j] / share) * (random.whole(150, 300) / 100);
    job.due = Math.floor((job.release + lead + part(random.whole(5, 90))) / 600) * 600;
  });
}

/** A published plan for a third of the orders, as rough as a plan of yesterday is today. */
function roughPlan(
  jobs: Job[],
  fixed: NonNullable<ProblemInput['fixed']>,
  random: Seeded,
): NonNullable<ProblemInput['baseline']> {
  const running = new Set(fixed.map(({ op }) => op));
  return jobs
    .filter(() => random.chance(33))
    .flatMap((job) => {
      let start = (job.release ?? 0) + random.whole(0, 96) * 900;
      return job.operations.map(({ id, modes }) => {
        const { station, run } = random.pick(modes);
        const entry = { op: `${job.id}/${id}`, station, start };
        start += run;
        return entry;
      });
    })
    .filter(({ op }) => !running.has(op));
}
