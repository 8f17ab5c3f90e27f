import type { Operation } from '@takt/contracts';

const order: readonly Operation['status'][] = ['running', 'paused', 'held', 'ready', 'waiting'];

/** What the station does now and next. */
export interface StationWork<T extends Operation = Operation> {
  readonly now: T | undefined;
  readonly next: T | undefined;
  /** what stands on the screen has been taken away from this station; it stays there until that is acknowledged */
  readonly gone: boolean;
}

/** What the screen has to keep in place. */
export interface Steady<T extends Operation = Operation> {
  /** what stood on the screen as now */
  readonly shown: T | undefined;
  /** somebody is at the screen, or has not acknowledged a change of it */
  readonly held: boolean;
  /** operation whose change is not acknowledged yet */
  readonly noticed: ReadonlySet<string>;
}

/**
 * Operations as the station should take them: what runs goes before what is paused, that before what can start, and so on;
 * among equals the plan decides.
 */
export function byUrgency<T extends Operation>(operations: readonly T[]): readonly T[] {
  const startOf = ({ plannedStartAt }: Operation) =>
    plannedStartAt === null ? Number.POSITIVE_INFINITY : Date.parse(plannedStartAt);
  return operations
    .filter(({ status }) => order.includes(status))
    .sort(
      (a, b) =>
        order.indexOf(a.status) - order.indexOf(b.status) ||
        startOf(a) - startOf(b) ||
        (a.id < b.id ? -1 : Number(a.id > b.id)),
    );
}

/**
 * What a station makes now and what comes next. The plan may change at any moment; what stands under a finger does not: it is
 * swapped when nobody is at the screen, or when the change has been acknowledged. What runs is always shown as now.
 * @param operations open operations of the station
 * @param steady what is on the screen already
 */
export function steadyWork<T extends Operation>(
  operations: readonly T[],
  { shown, held, noticed }: Steady<T>,
): StationWork<T> {
  const ordered = byUrgency(operations);
  const [first] = ordered;
  const kept = held && shown ? ordered.find(({ id }) => id === shown.id) : undefined;
  const gone = held && shown !== undefined && kept === undefined && noticed.has(shown.id);
  const now = first?.status === 'running' ? first : (kept ?? (gone ? shown : first));
  return { now, next: ordered.find(({ id }) => id !== now?.id), gone: gone && now === shown };
}
