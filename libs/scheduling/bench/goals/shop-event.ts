import type { Placement, ProblemInput } from '../../src/verify';
import type { Schedule } from '../../src';
import { seeded } from '../shop/seeded';

const HOUR = 3600;
const DAY = 86400;

/** What can happen while a plan is running. */
export const events = [
  'breakdown',
  'absence',
  'rush order',
  'cancellation',
  'larger quantity',
  'late material',
  'longer run',
  'scrap',
] as const;

/** One kind of event. */
export type ShopEvent = (typeof events)[number];

/** A plan that is running and the instant at which something happens. */
export interface Running {
  problem: ProblemInput;
  schedule: Pick<Schedule, 'operations' | 'opened'>;
  /** Operations that have started by then stay where they are. */
  at: number;
  seed: number;
}

/**
 * The problem after an event: the time until then is over, started operations fixed, the plan as baseline with a price on every move, and the event
 * itself. Opened overtime stays on offer.
 */
export function afterEvent(event: ShopEvent, { problem, schedule, at, seed }: Running): ProblemInput {
  const changed = structuredClone(problem);
  const started = schedule.operations.filter(({ start }) => start < at);
  const waiting = schedule.operations.filter(({ start }) => start >= at);
  changed.fixed = started.map(({ op, station, start, end }) => ({ op, station, start, end }));
  changed.baseline = waiting.map(({ op, station, runStart }) => ({ op, station, start: runStart }));
  changed.price = { ...changed.price, moveSecond: 0, moveStation: 300 };
  for (const station of changed.stations) station.freeAt = Math.max(station.freeAt ?? 0, at);
  const random = seeded(`${event} ${seed}`);
  const soon = waiting.filter(({ start }) => start < at + DAY);
  const hit = random.pick(soon.length > 0 ? soon : schedule.operations);
  happen[event](changed, { at, hit, started });
  return changed;
}

interface Circumstance {
  at: number;
  /** A waiting operation within the next day that the event hits. */
  hit: Placement;
  started: readonly Placement[];
}

const happen: Record<ShopEvent, (problem: ProblemInput, circumstance: Circumstance) => void> = {
  breakdown: (problem, { at, hit, started }) => {
    const station = problem.stations.find(({ id }) => id === hit.station);
    const busyUntil = Math.max(
      at,
      ...started.filter(({ station: id }) => id === hit.station).map(({ end }) => end),
    );
    if (!station) return;
    // lists of intervals may be shared with other stations
    station.calendar = without(station.calendar, busyUntil, busyUntil + 8 * HOUR);
    station.overtime = without(station.overtime ?? [], busyUntil, busyUntil + 8 * HOUR);
  },
  absence: (problem, { at }) => {
    const [pool] = problem.pools ?? [];
    pool.capacity = pool.capacity.map(([start, end, count]) =>
      start >= at && start < at + DAY ? [start, end, Math.max(1, count - 1)] : [start, end, count],
    );
  },
  'rush order': (problem, { at, hit }) => {
    const like = jobOf(problem, hit);
    const length = like.operations.reduce(
      (sum, { modes }) => sum + Math.min(...modes.map(({ run }) => run)),
      0,
    );
    problem.jobs.push({
      ...structuredClone(like),
      id: 'RUSH',
      release: at,
      due: at + 3 * length,
      weight: 10,
    });
  },
  cancellation: (problem, { hit, started }) => {
    const running = new Set(started.map(({ op }) => op.slice(0, op.indexOf('/'))));
    const cancelled = running.has(jobOf(problem, hit).id)
      ? problem.jobs.find(({ id }) => !running.has(id))?.id
      : jobOf(problem, hit).id;
    problem.jobs = problem.jobs.filter(({ id }) => id !== cancelled);
    problem.baseline = problem.baseline?.filter(({ op }) => !op.startsWith(`${cancelled}/`));
  },
  'larger quantity': (problem, { hit }) => {
    for (const { modes } of jobOf(problem, hit).operations)
      for (const mode of modes) mode.run = Math.ceil(mode.run * 1.5);
  },
  'late material': (problem, { at, hit }) => {
    operationOf(problem, hit).ready = at + DAY;
  },
  'longer run': (problem, { at }) => {
    const running = problem.fixed?.find(({ end }) => end > at);
    if (running) running.end += 2 * HOUR;
  },
  scrap: (problem, { at, hit }) => {
    const like = jobOf(problem, hit);
    const again = structuredClone(like);
    problem.jobs.push({ ...again, id: 'REWORK', release: at, due: like.due, weight: like.weight });
  },
};

function jobOf(problem: ProblemInput, { op }: Placement): ProblemInput['jobs'][number] {
  return problem.jobs.find(({ id }) => op.startsWith(`${id}/`)) ?? problem.jobs[0];
}

function operationOf(
  problem: ProblemInput,
  hit: Placement,
): ProblemInput['jobs'][number]['operations'][number] {
  const { id, operations } = jobOf(problem, hit);
  return operations.find((operation) => `${id}/${operation.id}` === hit.op) ?? operations[0];
}

/** A list of intervals without [from, to). */
function without(hours: readonly [number, number][], from: number, to: number): [number, number][] {
  const left = hours.flatMap(([start, end]): [number, number][] => [
    [start, Math.min(end, from)],
    [Math.max(start, to), end],
  ]);
  return left.filter(([start, end]) => start < end);
}
