import { afterWorking, intervalAt, type TimeSet } from '@takt/calendar';

/** When a changeover begins and ends and a run ends, epoch ms. */
export interface Walk {
  readonly startAt: number;
  readonly runStartAt: number;
  readonly endAt: number;
}

/** How much working time an operation takes on its station. */
export interface Duration {
  readonly changeoverSec: number;
  readonly runSec: number;
  readonly interruptible: boolean;
}

/**
 * Walks an operation through the working time of its station from an instant on: the changeover first, then the run, both
 * pausing over gaps when it is interruptible; else into the first interval that holds both.
 * @param from the changeover begins no sooner; the run begins no sooner than `runFrom`
 * @returns null when the working time known does not suffice
 */
export function walk(work: TimeSet, from: number, runFrom: number, duration: Duration): Walk | null {
  return duration.interruptible
    ? walkThrough(work, from, runFrom, duration)
    : walkWithin(work, from, runFrom, duration);
}

/** First instant at or after `from` at which the station works. */
function nextWorking(work: TimeSet, from: number): number | null {
  if (intervalAt(work, from)) return from;
  return work.find(([start]) => start >= from)?.[0] ?? null;
}

function walkThrough(
  work: TimeSet,
  from: number,
  runFrom: number,
  { changeoverSec, runSec }: Duration,
): Walk | null {
  const startAt = nextWorking(work, from);
  const setUpAt = startAt === null ? null : afterWorking(work, startAt, changeoverSec * 1000);
  if (startAt === null || setUpAt === null) return null;
  const runStartAt = nextWorking(work, Math.max(setUpAt, runFrom));
  const endAt = runStartAt === null ? null : afterWorking(work, runStartAt, runSec * 1000);
  return runStartAt === null || endAt === null ? null : { startAt, runStartAt, endAt };
}

function walkWithin(
  work: TimeSet,
  from: number,
  runFrom: number,
  { changeoverSec, runSec }: Duration,
): Walk | null {
  for (const [start, end] of work) {
    const startAt = Math.max(start, from);
    const runStartAt = Math.max(startAt + changeoverSec * 1000, runFrom);
    const endAt = runStartAt + runSec * 1000;
    if (endAt <= end) return { startAt: runStartAt - changeoverSec * 1000, runStartAt, endAt };
  }
  return null;
}
