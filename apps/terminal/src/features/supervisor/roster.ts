import type { Attendance } from '@takt/contracts';

/** One person of the shift, or one who came beside it. */
export interface RosterLine {
  readonly worker: string;
  /** `missing`: expected and not here; `break`: at work, on a break; `extra`: here and not expected */
  readonly standing: 'missing' | 'break' | 'here' | 'extra';
  /** since when here, or on the break */
  readonly sinceAt: string | null;
}

const order: readonly RosterLine['standing'][] = ['missing', 'break', 'here', 'extra'];

/**
 * Who is here against who should be, the missing first.
 * @param rostered workers expected in the shift
 * @param present presences that have not ended, and those that a break has ended
 */
export function rosterOf(
  rostered: readonly string[],
  present: readonly Pick<Attendance, 'worker' | 'inAt' | 'outAt' | 'closedBy'>[],
): readonly RosterLine[] {
  const since = new Map(
    present.filter(({ outAt }) => outAt === null).map(({ worker, inAt }) => [worker, inAt]),
  );
  const breaks = new Map(
    present.flatMap(({ worker, outAt, closedBy }) =>
      closedBy === 'break' && outAt !== null && !since.has(worker) ? [[worker, outAt] as const] : [],
    ),
  );
  const all = [...new Set([...rostered, ...since.keys(), ...breaks.keys()])];
  return all
    .map((worker): RosterLine => {
      const breakAt = breaks.get(worker);
      if (breakAt !== undefined) return { worker, sinceAt: breakAt, standing: 'break' };
      const sinceAt = since.get(worker) ?? null;
      const here = rostered.includes(worker) ? 'here' : 'extra';
      return { worker, sinceAt, standing: sinceAt === null ? 'missing' : here };
    })
    .sort(
      (a, b) =>
        order.indexOf(a.standing) - order.indexOf(b.standing) ||
        (a.worker < b.worker ? -1 : Number(a.worker > b.worker)),
    );
}
