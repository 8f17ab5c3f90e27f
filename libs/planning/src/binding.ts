import type { PlanEntry, PlanningFacts, PlanningOperation } from './facts';
import { missedPeople } from './binding-people';
import { SAME_MS } from './difference';

/** One link of what binds an operation: what it waits for, from when until when. Instants are epoch ms. */
export interface BindingLink {
  /**
   * `running` it runs · `hold` it is held · `release` · `ready` material or a finished predecessor · `after` an operation · `station` busy ·
   * `calendar` not working · `skill` everybody who has it is at work, or not there yet · `crew` the people of a line are · `kept` its place is frozen or was fixed by a person · `free` nothing binds it
   */
  readonly kind:
    | 'running'
    | 'hold'
    | 'release'
    | 'ready'
    | 'after'
    | 'station'
    | 'calendar'
    | 'skill'
    | 'crew'
    | 'kept'
    | 'free';
  readonly subject: string;
  readonly fromAt: number | null;
  readonly untilAt: number | null;
}

/** Longest chain that is told: beyond it nobody reads on. */
const LINKS_MAX = 12;

/**
 * Why an operation of the published plan does not start earlier: the chain of operations and waits that ends just before
 * each start, backwards in time.
 * @returns null when the operation is not planned
 */
export function bindingChain(facts: PlanningFacts, operation: string): BindingLink[] | null {
  const entryOf = new Map(facts.published.map((entry) => [entry.operation, entry]));
  const known = new Map(facts.operations.map((one) => [one.id, one]));
  const chain: BindingLink[] = [];
  let entry = entryOf.get(operation);
  if (!entry) return null;
  while (entry && chain.length < LINKS_MAX) {
    const { link, next } = linkOf(facts, entry, known.get(entry.operation), entryOf);
    chain.push(link);
    entry = next;
  }
  return chain;
}

function linkOf(
  facts: PlanningFacts,
  entry: PlanEntry,
  operation: PlanningOperation | undefined,
  entryOf: ReadonlyMap<string, PlanEntry>,
): { link: BindingLink; next?: PlanEntry } {
  if (entry.fixed === 'running')
    return {
      link: { kind: 'running', subject: entry.operation, fromAt: entry.startAt, untilAt: entry.endAt },
    };
  if (operation?.status === 'held')
    return { link: { kind: 'hold', subject: entry.operation, fromAt: null, untilAt: null } };
  const touches = (at: number, start: number): boolean => start - at < SAME_MS;
  const awaited = operation?.after
    .flatMap((wait) => {
      const before = entryOf.get(wait.operation);
      return before ? [{ before, freeAt: before.endAt + wait.minSec * 1000 }] : [];
    })
    .sort((a, b) => b.freeAt - a.freeAt)[0];
  if (awaited && touches(awaited.freeAt, entry.runStartAt))
    return {
      link: {
        kind: 'after',
        subject: awaited.before.operation,
        fromAt: awaited.before.endAt,
        untilAt: entry.runStartAt,
      },
      next: awaited.before,
    };
  const previous = [...entryOf.values()]
    .filter((one) => one.station === entry.station && one.endAt <= entry.startAt)
    .sort((a, b) => b.endAt - a.endAt)[0];
  if (previous && touches(previous.endAt, entry.startAt))
    return {
      link: {
        kind: 'station',
        subject: previous.operation,
        fromAt: previous.startAt,
        untilAt: previous.endAt,
      },
      next: previous,
    };
  const order = facts.workOrders.find(({ id }) => id === entry.workOrder);
  if (order && order.releaseAt > facts.now && touches(order.releaseAt, entry.runStartAt))
    return { link: { kind: 'release', subject: order.id, fromAt: null, untilAt: order.releaseAt } };
  if (operation && operation.readyAt > facts.now && touches(operation.readyAt, entry.runStartAt))
    return { link: { kind: 'ready', subject: entry.operation, fromAt: null, untilAt: operation.readyAt } };
  const work = facts.stations.find(({ id }) => id === entry.station)?.work ?? [];
  if (work.some(([start]) => start === entry.startAt)) {
    const gap = {
      kind: 'calendar',
      subject: entry.station,
      fromAt: previous?.endAt ?? null,
      untilAt: entry.startAt,
    } as const;
    return previous ? { link: gap, next: previous } : { link: gap };
  }
  return peopleOrPlan(facts, entry, operation);
}

/** What binds an operation that has its station, its material and working time: people, or the plan itself. */
function peopleOrPlan(
  facts: PlanningFacts,
  entry: PlanEntry,
  operation: PlanningOperation | undefined,
): { link: BindingLink; next?: PlanEntry } {
  const people = operation && missedPeople(facts, entry, operation);
  if (people)
    return {
      link: { kind: people.kind, subject: people.id, fromAt: null, untilAt: entry.startAt },
      ...(people.freed ? { next: people.freed } : {}),
    };
  const kind = entry.fixed === null ? 'free' : 'kept';
  return { link: { kind, subject: entry.operation, fromAt: null, untilAt: null } };
}
