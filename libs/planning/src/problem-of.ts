import type { Level, TimeSet } from '@takt/calendar';
import type { Problem } from '@takt/scheduling';
import {
  poolIds,
  type PlanEntry,
  type PlanningFacts,
  type PlanningOperation,
  type PlanningStation,
} from './facts';
import { fixedWork, usableTime } from './fixed-work';
import { TOLD_MS } from './difference';
import { preparedWindow, workToFetch } from './idle';
import { LEAST_RUN_SEC, leavePrice, POLICY, tardinessPerSec } from './policy';

/** An operation that is not given to the solver, with the reason. */
export interface Excluded {
  readonly operation: string;
  readonly reason: 'held' | 'waits-for-held' | 'no-station';
  readonly facts: Readonly<Record<string, string>>;
}

/** A problem for the solver and the way back. */
export interface PlanningProblem {
  readonly problem: Problem;
  /** what stays where it is */
  readonly fixed: readonly PlanEntry[];
  readonly excluded: readonly Excluded[];
  /** `job/op` of the problem → operation */
  readonly operationOf: ReadonlyMap<string, string>;
}

/** Seconds by which an operation may shift without anybody hearing of it. */
const UNTOLD_SEC = TOLD_MS / 1000 - 1;

type JobOperation = Problem['jobs'][number]['operations'][number];

/** The frame of the problem: seconds from now, cut to the horizon. */
class Frame {
  constructor(
    readonly now: number,
    readonly horizonSec: number,
  ) {}

  /** First whole second at or after an instant, from 0. */
  from(instant: number): number {
    return Math.min(this.horizonSec, Math.max(0, Math.ceil((instant - this.now) / 1000)));
  }

  /** Last whole second at or before an instant. */
  until(instant: number): number {
    return Math.min(this.horizonSec, Math.max(0, Math.floor((instant - this.now) / 1000)));
  }

  intervals(set: TimeSet): [number, number][] {
    return set
      .map(([start, end]): [number, number] => [this.from(start), this.until(end)])
      .filter(([start, end]) => start < end);
  }

  levels(capacity: readonly Level[]): [number, number, number][] {
    return capacity
      .map(([start, end, count]): [number, number, number] => [this.from(start), this.until(end), count])
      .filter(([start, end, count]) => start < end && count > 0);
  }
}

/** Operations that cannot be planned: held, waiting for a held one, or without a station that exists. */
function excludedOf(
  facts: PlanningFacts,
  stations: ReadonlyMap<string, PlanningStation>,
): Map<string, Excluded> {
  const excluded = new Map<string, Excluded>();
  for (const { id, status, modes } of facts.operations) {
    if (status === 'held') excluded.set(id, { operation: id, reason: 'held', facts: {} });
    else if (!modes.some((mode) => stations.has(mode.station)))
      excluded.set(id, { operation: id, reason: 'no-station', facts: {} });
  }
  for (let grew = true; grew;) {
    grew = false;
    for (const { id, after } of facts.operations) {
      const blocker = excluded.has(id) ? undefined : after.find((wait) => excluded.has(wait.operation));
      if (!blocker) continue;
      excluded.set(id, { operation: id, reason: 'waits-for-held', facts: { operation: blocker.operation } });
      grew = true;
    }
  }
  return excluded;
}

/** Families that an operation names and no matrix of its stations knows count as none. */
function familyOf(operation: PlanningOperation, known: ReadonlySet<string>): { family?: string } {
  return operation.family !== null && known.has(operation.family) ? { family: operation.family } : {};
}

interface Surroundings {
  readonly frame: Frame;
  readonly stations: ReadonlyMap<string, PlanningStation>;
  readonly pools: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
  readonly keyOf: (operation: string) => string | undefined;
}

function poolsOf(
  operation: PlanningOperation,
  station: PlanningStation,
  known: ReadonlySet<string>,
): [string, number][] {
  return poolIds(operation, station.line)
    .filter((pool) => known.has(pool))
    .map((pool): [string, number] => [pool, operation.crew]);
}

function jobOperation(operation: PlanningOperation, around: Surroundings): JobOperation {
  const paused = operation.status === 'paused';
  const modes = operation.modes.filter(
    (mode) =>
      around.stations.has(mode.station) &&
      (!paused || operation.station === null || mode.station === operation.station),
  );
  return {
    id: operation.id,
    ...familyOf(operation, around.families),
    interruptible: operation.interruptible,
    ready: around.frame.from(operation.readyAt),
    after: operation.after.flatMap((wait) => {
      const op = around.keyOf(wait.operation);
      if (op === undefined) return [];
      return [
        {
          op,
          min: wait.minSec,
          ...(wait.maxSec === null ? {} : { max: Math.max(wait.minSec, wait.maxSec) }),
        },
      ];
    }),
    modes: (modes.length > 0 ? modes : operation.modes).map((mode) => ({
      station: mode.station,
      run: Math.max(1, Math.round(paused ? Math.max(LEAST_RUN_SEC, mode.runSec) : mode.runSec)),
      setup: paused ? 0 : mode.setupSec,
      pools: poolsOf(operation, around.stations.get(mode.station)!, around.pools),
    })),
  };
}

function stationsOf(
  facts: PlanningFacts,
  frame: Frame,
  matrices: ReadonlyMap<string, ReadonlySet<string>>,
): Problem['stations'] {
  return facts.stations.map((station) => {
    const families = matrices.get(station.changeover ?? '');
    return {
      id: station.id,
      calendar: frame.intervals(usableTime(station, facts.now)),
      overtime: frame.intervals(
        station.overtime.filter(([start]) => start >= Math.max(facts.now, station.downUntil ?? 0)),
      ),
      ...(families && station.changeover !== null ? { changeover: station.changeover } : {}),
      ...(families && station.family !== null && families.has(station.family)
        ? { family: station.family }
        : {}),
      freeAt: 0,
    };
  });
}

/**
 * Makes the solver's problem from what is known of the plant. Finished work is gone, running work stays, the frozen zone
 * stays, everything else may move at the price of the policy.
 */
export function problemOf(facts: PlanningFacts): PlanningProblem {
  const frame = new Frame(facts.now, facts.horizonSec);
  const stations = new Map(facts.stations.map((station) => [station.id, station]));
  const matrices = new Map(facts.matrices.map((matrix) => [matrix.id, new Set(matrix.families)]));
  const excluded = excludedOf(facts, stations);
  const planned = facts.operations.filter(({ id }) => !excluded.has(id));
  const workOrderOf = new Map(planned.map((operation) => [operation.id, operation.workOrder]));
  const keyOf = (operation: string): string | undefined => {
    const workOrder = workOrderOf.get(operation);
    return workOrder === undefined ? undefined : `${workOrder}/${operation}`;
  };
  const around: Surroundings = {
    frame,
    stations,
    pools: new Set(facts.pools.map(({ id }) => id)),
    families: new Set(facts.matrices.flatMap(({ families }) => families)),
    keyOf,
  };
  const byOrder = new Map<string, JobOperation[]>();
  for (const operation of planned)
    byOrder.set(operation.workOrder, [
      ...(byOrder.get(operation.workOrder) ?? []),
      jobOperation(operation, around),
    ]);
  const fixed = fixedWork(facts).filter(({ operation }) => workOrderOf.has(operation));
  const fixedIds = new Set(fixed.map(({ operation }) => operation));
  return {
    problem: {
      version: 1,
      horizon: facts.horizonSec,
      stations: stationsOf(facts, frame, matrices),
      changeovers: Object.fromEntries(
        facts.matrices.map(({ id, families, seconds }) => [id, { families, seconds }]),
      ),
      pools: facts.pools.map(({ id, capacity }) => ({ id, capacity: frame.levels(capacity) })),
      jobs: jobsOf(facts, frame, byOrder),
      fixed: fixed.map(({ operation, station, startAt, endAt }) => ({
        op: keyOf(operation) ?? '',
        station,
        start: frame.until(startAt),
        end: frame.from(endAt),
      })),
      baseline: baselineOf(facts, frame, keyOf, fixedIds),
      price: {
        changeover: POLICY.changeoverSec,
        overtime: POLICY.overtimeSec,
        moveSecond: POLICY.moveSec,
        moveStation: POLICY.moveStation,
      },
    },
    fixed,
    excluded: [...excluded.values()],
    operationOf: new Map(planned.map(({ id }) => [keyOf(id) ?? '', id])),
  };
}

function jobsOf(
  facts: PlanningFacts,
  frame: Frame,
  byOrder: ReadonlyMap<string, JobOperation[]>,
): Problem['jobs'] {
  return facts.workOrders.flatMap((order) => {
    const operations = byOrder.get(order.id);
    if (!operations) return [];
    return [
      {
        id: order.id,
        release: frame.from(order.releaseAt),
        due: frame.from(order.dueAt),
        weight: tardinessPerSec(order),
        earliness: 0,
        flow: POLICY.flowSec,
        operations,
      },
    ];
  });
}

function baselineOf(
  facts: PlanningFacts,
  frame: Frame,
  keyOf: (operation: string) => string | undefined,
  fixed: ReadonlySet<string>,
): Problem['baseline'] {
  const [, preparedUntil] = preparedWindow(facts);
  const fetched = workToFetch(facts);
  const frozenUntil = facts.now + facts.frozenSec * 1000;
  return facts.published.flatMap(({ operation, workOrder, station, runStartAt }) => {
    const op = keyOf(operation);
    if (op === undefined || fixed.has(operation)) return [];
    if (fetched.has(workOrder) && runStartAt > preparedUntil) return [];
    const stay = leavePrice((runStartAt - frozenUntil) / 1000);
    return [{ op, station, start: frame.from(runStartAt), stay, within: UNTOLD_SEC }];
  });
}
