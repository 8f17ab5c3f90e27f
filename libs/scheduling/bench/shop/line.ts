import type { Seeded } from './seeded';

/** A group of equal stations. */
export interface Group {
  name: string;
  stations: number;
  /** Families of its changeover matrix and range of its entries in seconds; absent: no changeover. */
  matrix?: { name: string; families: string[]; range: [number, number] };
}

/** One step of a routing, before it is laid on stations. */
export interface Step {
  id: string;
  group: string;
  /** Range of the run in seconds. */
  run: [number, number];
  pool?: string;
  /** Ids of the steps before it, with shortest and longest wait in seconds. */
  after: { step: string; min: number; max?: number }[];
  interruptible: boolean;
}

/** A factory: groups, people and routings. */
export interface Line {
  groups: Group[];
  /** People by skill. */
  pools: Record<string, number>;
  families: string[];
  routing(random: Seeded): Step[];
}

/** A step that may pause and follows at most one other at once; `more` changes what differs. */
export function step(
  [id, group, before]: [id: string, group: string, before?: string],
  run: [number, number],
  more: Partial<Step> = {},
): Step {
  const after = before === undefined ? [] : [{ step: before, min: 0 }];
  return { id, group, run, after, interruptible: true, ...more };
}
