import { intervalAt } from '@takt/calendar';
import type { PlanEntry, PlanningFacts } from './facts';
import { changeoverSec, fixedWork, usableTime } from './fixed-work';
import { walk } from './walk';

/** Where and when a person wants an operation; epoch ms. */
export interface WantedPlace {
  readonly operation: string;
  readonly station: string;
  readonly startAt: number;
}

/** The place as it would be, or why it cannot be. */
export type MoveAnswer =
  | { readonly ok: true; readonly entry: PlanEntry }
  | {
      readonly ok: false;
      readonly why: 'unknown' | 'past' | 'station' | 'calendar' | 'busy' | 'waits' | 'material';
      readonly subject: string;
    };

const no = (why: Exclude<MoveAnswer, { ok: true }>['why'], subject: string): MoveAnswer => ({
  ok: false,
  why,
  subject,
});

/** The family that a station would be set up for just before an instant. */
function familyAt(facts: PlanningFacts, station: string, at: number, operation: string): string | null {
  const families = new Map(facts.operations.map(({ id, family }) => [id, family]));
  const before = facts.published
    .filter((entry) => entry.station === station && entry.startAt < at && entry.operation !== operation)
    .sort((a, b) => b.startAt - a.startAt);
  for (const entry of before) {
    const family = families.get(entry.operation);
    if (family) return family;
  }
  return facts.stations.find(({ id }) => id === station)?.family ?? null;
}

/** Whoever chooses "now" is heard a moment later; what is meant for then is meant for now. */
const MOMENT_MS = 5 * 60_000;

/**
 * May an operation stand at a station from an instant on? Answered from the plan in force: the station must work, nothing that is
 * running, pinned or frozen may be in the way, and what the operation waits for must be over. Everything else makes room.
 */
export function checkPlace(facts: PlanningFacts, wanted: WantedPlace): MoveAnswer {
  const operation = facts.operations.find(({ id }) => id === wanted.operation);
  const station = facts.stations.find(({ id }) => id === wanted.station);
  const mode = operation?.modes.find((one) => one.station === wanted.station);
  if (!operation || operation.status !== 'open') return no('unknown', wanted.operation);
  if (!station || !mode) return no('station', wanted.station);
  if (wanted.startAt < facts.now - MOMENT_MS) return no('past', wanted.operation);
  const startAt = Math.max(wanted.startAt, facts.now);
  const work = usableTime(station, facts.now);
  if (!intervalAt(work, startAt)) return no('calendar', wanted.station);
  const matrix = facts.matrices.find(({ id }) => id === station.changeover);
  const family = familyAt(facts, wanted.station, startAt, wanted.operation);
  const duration = {
    changeoverSec: changeoverSec(matrix, family, operation.family) + mode.setupSec,
    runSec: mode.runSec,
    interruptible: operation.interruptible,
  };
  const walked = walk(work, startAt, startAt, duration);
  if (!walked || walked.startAt > startAt + 1000 * duration.changeoverSec)
    return no('calendar', wanted.station);
  if (operation.readyAt > walked.runStartAt) return no('material', wanted.operation);
  const endOf = new Map(facts.published.map((entry) => [entry.operation, entry.endAt]));
  const blocker = operation.after.find(
    (wait) => (endOf.get(wait.operation) ?? Infinity) + wait.minSec * 1000 > walked.runStartAt,
  );
  if (blocker) return no('waits', blocker.operation);
  const inTheWay = fixedWork(facts).find(
    (entry) =>
      entry.station === wanted.station &&
      entry.operation !== wanted.operation &&
      entry.startAt < walked.endAt &&
      walked.startAt < entry.endAt,
  );
  if (inTheWay) return no('busy', inTheWay.operation);
  return {
    ok: true,
    entry: {
      operation: operation.id,
      workOrder: operation.workOrder,
      station: station.id,
      ...walked,
      fixed: 'pinned',
    },
  };
}
