import { clip, measure, type Cell, type Interval, type TimeSet } from '@takt/calendar';
import type { StationState } from '@takt/contracts';
import type { Sums } from '../input';
import { atInstant, overTime, secondsOf, type Contribution } from './contribution';

/** A time in which a station was in one state. */
export interface StateFact {
  readonly state: StationState;
  /** is its reason planned downtime? */
  readonly planned: boolean;
  /** epoch ms */
  readonly startAt: number;
  /** epoch ms, exclusive; an open span ends now */
  readonly endAt: number;
}

function sumsOf(fact: StateFact, part: Interval, work: TimeSet): Sums {
  const whole = secondsOf(part);
  const inside = measure(clip(work, part)) / 1000;
  switch (fact.state) {
    case 'running':
      return { plannedBusySec: whole, productionSec: whole, runSec: whole };
    case 'setup':
      return { plannedBusySec: whole, setupSec: whole };
    case 'idle':
      return { plannedBusySec: inside, idleSec: inside };
    case 'unknown':
      return { unknownSec: inside };
    case 'stopped':
    case 'fault': {
      const repair = fact.state === 'fault' ? { faultSec: whole } : {};
      return fact.planned ? repair : { plannedBusySec: inside, downSec: inside, ...repair };
    }
    default:
      return {}; // maintenance and cleaning are planned downtime
  }
}

/** What a state of a station adds, with the state itself, so that it can be attributed further. */
export interface StateContribution<F extends StateFact = StateFact> extends Contribution {
  readonly fact: F;
}

/**
 * What the states of a station add, hour by hour. Planned busy time is working time without planned downtime (planned stops,
 * maintenance, cleaning) and without silence, plus whatever was run or set up outside it. A failure is counted where it begins, once,
 * whatever reasons it is given meanwhile.
 * @param facts spans of one station in order, without overlap
 * @param work working time of the station: without breaks, closures, maintenance
 * @param cells of the line
 */
export function stationTime<F extends StateFact>(
  facts: readonly F[],
  work: TimeSet,
  cells: readonly Cell[],
): StateContribution<F>[] {
  return facts.flatMap((fact, i) => {
    const before = facts[i - 1];
    const goesOn = before?.state === 'fault' && before.endAt === fact.startAt;
    const begins = fact.state === 'fault' && !goesOn;
    return [
      ...overTime(cells, [fact.startAt, fact.endAt], (part) => sumsOf(fact, part, work)),
      ...(begins ? atInstant(cells, fact.startAt, { failures: 1 }) : []),
    ].map((contribution) => ({ ...contribution, fact }));
  });
}
