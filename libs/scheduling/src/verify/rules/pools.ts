import type { Evidence } from '../evidence';
import { violation, type Violation } from '../violation';

/** Change of a pool at an instant: people asked for, people present, and movable operations among those that ask. */
interface Change {
  at: number;
  used: number;
  present: number;
  movable: number;
}

/**
 * No more people of a skill are busy than are present. An operation holds them during the working time from its
 * changeover's start to its end, fixed work from start to end as given; a shortage of fixed work alone is not the schedule's.
 */
export function pools(evidence: Evidence): Violation[] {
  const changes = new Map<string, Change[]>(evidence.problem.pools.map(({ id }) => [id, []]));
  for (const { id, capacity } of evidence.problem.pools)
    for (const [start, end, present] of capacity)
      addSpan(changes.get(id), [start, end], { used: 0, present, movable: 0 });
  const found: Violation[] = [];
  for (const { ref, placement, mode, fixed } of evidence.placed.values()) {
    const { start, end, station } = placement;
    const spans = fixed
      ? [[start, end] as const]
      : (evidence.workingTime.get(station)?.pieces(start, end) ?? []);
    for (const [pool, used] of mode?.pools ?? []) {
      if (!changes.has(pool)) found.push(violation('pool', ref, `no pool ${pool}`));
      const movable = fixed || used === 0 ? 0 : 1;
      for (const span of spans) addSpan(changes.get(pool), span, { used, present: 0, movable });
    }
  }
  for (const [id, list] of changes) found.push(...shortages(id, list));
  return found;
}

function addSpan(
  list: Change[] | undefined,
  [start, end]: readonly [number, number],
  by: Omit<Change, 'at'>,
): void {
  if (!list || end <= start) return;
  list.push({ at: start, ...by });
  list.push({ at: end, used: -by.used, present: -by.present, movable: -by.movable });
}

/** One violation for each stretch of time in which too few are present. */
function shortages(id: string, list: Change[]): Violation[] {
  const found: Violation[] = [];
  list.sort((a, b) => a.at - b.at);
  let [used, present, movable, short] = [0, 0, 0, false];
  list.forEach((change, i) => {
    used += change.used;
    present += change.present;
    movable += change.movable;
    if (list[i + 1]?.at === change.at) return;
    const now = used > present && movable > 0;
    if (now && !short)
      found.push(violation('pool', id, `at ${change.at} ${used} in use, ${present} present`));
    short = now;
  });
  return found;
}
