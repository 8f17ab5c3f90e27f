import type { BindingLink } from './binding';
import { SAME_MS } from './difference';

/** Work that has begun, and what there was before it. Instants are epoch ms. */
export interface BegunWork {
  readonly operation: string;
  readonly workOrder: string;
  readonly startedAt: number;
  /** null: it is not done */
  readonly endedAt: number | null;
  /** when its work order was released */
  readonly releasedAt: number;
  /** operations that had to end first, and when they did */
  readonly awaited: readonly { readonly operation: string; readonly endedAt: number | null }[];
  /** what was worked on at its station last before it */
  readonly previous: { readonly operation: string; readonly startAt: number; readonly endAt: number } | null;
}

/**
 * Why work that has begun did not begin earlier: it, and behind it what came free last before it began, of what it had to wait for.
 * @returns one link `done` (or `running`), and at most one `after` · `station` · `release`
 */
export function pastChain(work: BegunWork): BindingLink[] {
  const {
    operation: subject,
    workOrder,
    startedAt: fromAt,
    endedAt: untilAt,
    awaited,
    previous,
    releasedAt,
  } = work;
  const it: BindingLink = { kind: untilAt === null ? 'running' : 'done', subject, fromAt, untilAt };
  const freed: BindingLink[] = awaited.flatMap(({ operation, endedAt }) =>
    endedAt === null
      ? []
      : [{ kind: 'after', subject: operation, fromAt: endedAt, untilAt: endedAt } as const],
  );
  if (previous)
    freed.push({
      kind: 'station',
      subject: previous.operation,
      fromAt: previous.startAt,
      untilAt: previous.endAt,
    });
  freed.push({ kind: 'release', subject: workOrder, fromAt: null, untilAt: releasedAt });
  const last = freed
    .filter(({ untilAt: at }) => at !== null && at <= fromAt + SAME_MS)
    .reduce<BindingLink | null>((a, b) => (a === null || (b.untilAt ?? 0) > (a.untilAt ?? 0) ? b : a), null);
  return last ? [it, last] : [it];
}
