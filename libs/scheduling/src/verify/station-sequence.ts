import type { Evidence, Placed } from './evidence';

/** One operation in the order of its station, with what went before it there. */
export interface Step {
  placed: Placed;
  /** Latest end of all operations before it on the station; the station's `freeAt` when there is none later. */
  busyUntil: number;
  /** The operation that ends then; absent when it is `freeAt`. */
  busyWith: Placed | undefined;
  /** Family the station is set up for when this operation's turn comes. */
  family: string | null | undefined;
}

/** All placed operations of known stations, station by station, in the order in which they begin. */
export function stationSteps({ placed, stations }: Evidence): Step[] {
  const byStation = new Map<string, Placed[]>();
  for (const entry of placed.values()) {
    const list = byStation.get(entry.placement.station);
    if (list) list.push(entry);
    else byStation.set(entry.placement.station, [entry]);
  }
  const steps: Step[] = [];
  for (const [id, list] of byStation) {
    const station = stations.get(id);
    if (!station) continue;
    let { family, freeAt: busyUntil } = station;
    let busyWith: Placed | undefined;
    for (const entry of list.sort(inTime)) {
      steps.push({ placed: entry, busyUntil, busyWith, family });
      if (entry.placement.end >= busyUntil) [busyUntil, busyWith] = [entry.placement.end, entry];
      family = entry.operation.family ?? family;
    }
  }
  return steps;
}

function inTime(a: Placed, b: Placed): number {
  return a.placement.start - b.placement.start || a.placement.end - b.placement.end || a.index - b.index;
}

/**
 * Changeover seconds that a step needs: the matrix entry from the family set up to the operation's, plus the mode's
 * set-up; 0 for fixed work. A station without matrix and an operation or station without family have no entry.
 */
export function changeoverNeeded({ placed, family }: Step, { problem }: Evidence): number {
  if (placed.fixed) return 0;
  const setup = placed.mode?.setup ?? 0;
  const matrixId = placed.station?.changeover;
  const to = placed.operation.family;
  if (matrixId == null || family == null || to == null) return setup;
  const matrix = problem.changeovers[matrixId];
  const entry = matrix?.seconds[matrix.families.indexOf(family)]?.[matrix.families.indexOf(to)];
  return setup + (entry ?? 0);
}
