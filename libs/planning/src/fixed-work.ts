import { intersect, subtract, type TimeSet } from '@takt/calendar';
import type {
  PlanEntry,
  PlanningFacts,
  PlanningMatrix,
  PlanningMode,
  PlanningOperation,
  PlanningStation,
} from './facts';
import { LEAST_RUN_SEC } from './policy';
import { walk } from './walk';

interface StationCursor {
  freeAt: number;
  family: string | null;
}

const SINCE_EVER = Number.MIN_SAFE_INTEGER;

/** Working time of a station from now on, without the time for which it is down. */
export function usableTime(station: PlanningStation, now: number): TimeSet {
  const from = Math.max(now, station.downUntil ?? now);
  return intersect(station.work, [[from, Number.MAX_SAFE_INTEGER]]);
}

/** Seconds that a matrix asks for between two families; 0 where it does not know one of them. */
export function changeoverSec(
  matrix: PlanningMatrix | undefined,
  from: string | null,
  to: string | null,
): number {
  if (!matrix || from === null || to === null) return 0;
  return matrix.seconds[matrix.families.indexOf(from)]?.[matrix.families.indexOf(to)] ?? 0;
}

/** Lays what is running, pinned or frozen where it stays; the rest is left to the solver. */
class FixedWork {
  private readonly stations: ReadonlyMap<string, PlanningStation>;
  private readonly matrices: ReadonlyMap<string, PlanningMatrix>;
  private readonly operations: ReadonlyMap<string, PlanningOperation>;
  private readonly cursors = new Map<string, StationCursor>();
  private readonly laid = new Map<string, PlanEntry>();

  constructor(private readonly facts: PlanningFacts) {
    this.stations = new Map(facts.stations.map((station) => [station.id, station]));
    this.matrices = new Map(facts.matrices.map((matrix) => [matrix.id, matrix]));
    this.operations = new Map(facts.operations.map((operation) => [operation.id, operation]));
    for (const station of facts.stations)
      this.cursors.set(station.id, { freeAt: facts.now, family: station.family });
  }

  lay(): PlanEntry[] {
    for (const operation of this.facts.operations)
      if (operation.status === 'running') this.layRunning(operation);
    const planned = [...this.facts.published].sort(
      (a, b) => a.startAt - b.startAt || (a.operation < b.operation ? -1 : 1),
    );
    for (const entry of planned) this.layPlanned(entry);
    return [...this.laid.values()];
  }

  /** A running operation holds its station from now until its rest is made; while the station is down it waits there. */
  private layRunning(operation: PlanningOperation): void {
    const station = this.stations.get(operation.station ?? '');
    const mode = operation.modes.find((one) => one.station === station?.id);
    const cursor = this.cursors.get(station?.id ?? '');
    if (!station || !cursor) return;
    const { now } = this.facts;
    const runSec = Math.max(LEAST_RUN_SEC, mode?.runSec ?? 0);
    const from = Math.max(cursor.freeAt, station.downUntil ?? now);
    const done = walk(usableTime(station, now), from, from, {
      changeoverSec: 0,
      runSec,
      interruptible: true,
    });
    // Who works outside of the shift goes on until it is done.
    const endAt = done?.endAt ?? from + runSec * 1000;
    this.put(operation, {
      station: station.id,
      startAt: cursor.freeAt,
      runStartAt: cursor.freeAt,
      endAt,
      fixed: 'running',
    });
  }

  private layPlanned(entry: PlanEntry): void {
    const operation = this.operations.get(entry.operation);
    if (!operation || operation.status !== 'open' || this.laid.has(entry.operation)) return;
    const frozen = entry.startAt < this.facts.now + this.facts.frozenSec * 1000;
    if (!operation.pinned && !frozen) return;
    const station = this.stations.get(entry.station);
    const mode = operation.modes.find((one) => one.station === entry.station);
    if (!station || !mode) return;
    if (!operation.pinned && station.downUntil !== null && station.downUntil > entry.startAt) return;
    const walked = this.shiftRight(operation, entry, station, mode);
    if (!walked) return;
    this.put(operation, { station: station.id, ...walked, fixed: operation.pinned ? 'pinned' : 'frozen' });
  }

  /**
   * The planned place, moved to the right as far as what has happened since demands. Null when what it waits for is not
   * laid itself, or when it would leave the frozen zone: then the solver decides.
   */
  private shiftRight(
    operation: PlanningOperation,
    entry: PlanEntry,
    station: PlanningStation,
    mode: PlanningMode,
  ) {
    const { now, frozenSec } = this.facts;
    const cursor = this.cursors.get(station.id) ?? { freeAt: now, family: null };
    const earliest = this.earliest(operation);
    if (earliest === null) return null;
    const matrix = this.matrices.get(station.changeover ?? '');
    const duration = {
      changeoverSec: changeoverSec(matrix, cursor.family, operation.family) + mode.setupSec,
      runSec: mode.runSec,
      interruptible: operation.interruptible,
    };
    const walked = walk(
      usableTime(station, now),
      Math.max(entry.startAt, cursor.freeAt),
      Math.max(earliest, now),
      duration,
    );
    if (!walked) return null;
    const tooLate = operation.after.some((wait) => {
      const before = this.laid.get(wait.operation);
      return (
        before !== undefined && wait.maxSec !== null && walked.runStartAt > before.endAt + wait.maxSec * 1000
      );
    });
    const left = !operation.pinned && walked.startAt >= Math.max(entry.startAt, now) + frozenSec * 1000;
    return tooLate || left ? null : walked;
  }

  /** When everything it waits for is over; null when something of it is not laid. */
  private earliest(operation: PlanningOperation): number | null {
    let at = Math.max(operation.readyAt, SINCE_EVER);
    for (const wait of operation.after) {
      const before = this.laid.get(wait.operation);
      if (!before) return null;
      at = Math.max(at, before.endAt + wait.minSec * 1000);
    }
    return at;
  }

  private put(operation: PlanningOperation, place: Omit<PlanEntry, 'operation' | 'workOrder'>): void {
    // The solver counts whole seconds: what follows must not begin within the second in which this ends.
    const endAt = Math.ceil(place.endAt / 1000) * 1000;
    this.laid.set(operation.id, { operation: operation.id, workOrder: operation.workOrder, ...place, endAt });
    this.cursors.set(place.station, {
      freeAt: endAt,
      family: operation.family ?? this.cursors.get(place.station)?.family ?? null,
    });
  }
}

/**
 * What no plan may move: running operations to their predicted end; pinned ones; and those whose planned start lies in
 * the frozen zone, in their order on their stations, moved to the right only where something before them is late. An
 * operation in the frozen zone is let go when its station is down or what it waits for is not certain.
 */
export function fixedWork(facts: PlanningFacts): PlanEntry[] {
  return new FixedWork(facts).lay();
}

/** Working time of a station that fixed work leaves over. */
export function freeTime(station: PlanningStation, now: number, fixed: readonly PlanEntry[]): TimeSet {
  const taken = fixed
    .filter((entry) => entry.station === station.id)
    .map((entry): [number, number] => [entry.startAt, entry.endAt]);
  return subtract(
    usableTime(station, now),
    taken.sort((a, b) => a[0] - b[0]),
  );
}
