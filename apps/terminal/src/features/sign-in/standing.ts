import type { Attendance } from '@takt/contracts';
import type { Entry } from '../../lib/outbox/entry';

/** Is a person clocked in, or on a break since some instant? */
export type Standing = { readonly kind: 'in' | 'out' } | { readonly kind: 'break'; readonly sinceAt: string };

/** Who is here as core knows it, and when it said so: real time by this device's clock, epoch ms. */
export interface KnownPresence {
  /** presences that go on, and those that a break has ended */
  readonly present: readonly Pick<Attendance, 'worker' | 'outAt' | 'closedBy'>[];
  readonly toldMs: number;
}

/**
 * How a person stands. What was badged here counts already while it waits for core, and until core has told who is here since.
 * @param entries of this device, oldest first
 */
export function standingOf(
  worker: string,
  { present, toldMs }: KnownPresence,
  entries: readonly Entry[],
): Standing {
  const badged = entries.findLast(
    ({ stage, keptMs, command }) =>
      (stage === 'queued' || (stage === 'done' && keptMs >= toldMs)) &&
      command.kind === 'badge' &&
      command.body.worker === worker,
  )?.command;
  if (badged?.kind === 'badge') {
    const { direction, at } = badged.body;
    if (direction === 'break') return { kind: 'break', sinceAt: at };
    return { kind: direction === 'out' ? 'out' : 'in' };
  }
  const own = present.filter((each) => each.worker === worker);
  if (own.some(({ outAt }) => outAt === null)) return { kind: 'in' };
  const broken = own.find(({ closedBy }) => closedBy === 'break');
  return broken?.outAt ? { kind: 'break', sinceAt: broken.outAt } : { kind: 'out' };
}
