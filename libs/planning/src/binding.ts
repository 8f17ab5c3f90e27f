import type { PlanEntry, PlanningFacts, PlanningOperation } from './facts';
import { missedPeople } from './binding-people';
import { SAME_MS } from './difference';

/** One link of what binds an operation: what it waits for, from when until when. Instants are epoch ms. */
export interface BindingLink {
  /**
   * `running` it runs · `hold` it is held · `release` · `ready` material or a finished predecessor · `after` an operation · `station` busy ·
   * `calendar` not working · `skill` everybody who has it is at work, or not there yet · `crew` the people of a line are · `kept` its place is frozen or was fixed by a person · `free` nothing
   * binds it: it could begin at `fromAt` already, the plan has it later · `done` it has ended
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
    | 'free'
    | 'done';
  readonly subject: string;
  readonly fromAt: number | null;
  readonly untilAt: number | null;
}

/** Longest chain that is told: beyond it nobody reads on. */
const LINKS_MAX = 12;

/** A link, and what it leads back to. */
interface Way {
  readonly link: BindingLink;
  readonly next?: PlanEntry;
}

/** The plan, and where an operation stands in it. */
interface Standing {
  readonly facts: PlanningFacts;
  readonly entry: PlanEntry;
  readonly operation: PlanningOperation | undefined;
  /** what it waits for, the last to be free first */
  readonly awaited: readonly { readonly before: PlanEntry; readonly freeAt: number }[];
  /** what is done at its station before it */
  readonly previous: PlanEntry | undefined;
}

/**
 * Why an operation of the published plan does not start earlier: the chain of operations and waits that ends just before
 * each start, backwards in time. Where several things end then, the chain follows one that is bound itself: what was only planned to
 * end just in time holds nothing up.
 * @returns null when the operation is not planned
 */
export function bindingChain(facts: PlanningFacts, operation: string): BindingLink[] | null {
  return bindingChains(facts)(operation);
}

/**
 * The chains of many operations of one plan, asked for one by one: what an operation may wait for is found out once.
 * @param facts what the plan was made from
 * @returns {@link bindingChain} of these facts
 */
export function bindingChains(facts: PlanningFacts): (operation: string) => BindingLink[] | null {
  const entryOf = new Map(facts.published.map((entry) => [entry.operation, entry]));
  const known = new Map(facts.operations.map((one) => [one.id, one]));
  const beside = byStation(facts.published);
  const found = new Map<string, readonly Way[]>();
  const waysTo = (entry: PlanEntry): readonly Way[] => {
    const standing = { facts, entry, operation: known.get(entry.operation) };
    const ways =
      found.get(entry.operation) ?? waysOf(standingOf(standing, entryOf, beside.get(entry.station) ?? []));
    found.set(entry.operation, ways);
    return ways;
  };
  return (operation) => {
    const told = new Map<string, readonly BindingLink[]>();
    const chainOf = (entry: PlanEntry, left: number): readonly BindingLink[] => {
      const before = told.get(entry.operation);
      if (before || left === 0) return before ?? [];
      const chains = waysTo(entry).map(({ link, next }) => [link, ...(next ? chainOf(next, left - 1) : [])]);
      const chain = chains.find(isBound) ?? chains[0] ?? [];
      told.set(entry.operation, chain);
      return chain;
    };
    const entry = entryOf.get(operation);
    return entry ? chainOf(entry, LINKS_MAX).slice(0, LINKS_MAX) : null;
  };
}

const isBound = (chain: readonly BindingLink[]): boolean => chain.at(-1)?.kind !== 'free';

function byStation(entries: readonly PlanEntry[]): ReadonlyMap<string, readonly PlanEntry[]> {
  const found = new Map<string, PlanEntry[]>();
  for (const entry of entries) if (!found.get(entry.station)?.push(entry)) found.set(entry.station, [entry]);
  return found;
}

function standingOf(
  { facts, entry, operation }: Pick<Standing, 'facts' | 'entry' | 'operation'>,
  entryOf: ReadonlyMap<string, PlanEntry>,
  beside: readonly PlanEntry[],
): Standing {
  const awaited = (operation?.after ?? []).flatMap((wait) => {
    const before = entryOf.get(wait.operation);
    return before ? [{ before, freeAt: before.endAt + wait.minSec * 1000 }] : [];
  });
  const previous = beside.filter((one) => one.endAt <= entry.startAt).sort((a, b) => b.endAt - a.endAt)[0];
  return { facts, entry, operation, awaited: awaited.sort((a, b) => b.freeAt - a.freeAt), previous };
}

const touches = (at: number, start: number): boolean => start - at < SAME_MS;

/** All that an operation may wait for just before it starts; at least one. */
function waysOf(standing: Standing): Way[] {
  const { entry, operation } = standing;
  if (entry.fixed === 'running')
    return [
      { link: { kind: 'running', subject: entry.operation, fromAt: entry.startAt, untilAt: entry.endAt } },
    ];
  if (operation?.status === 'held')
    return [{ link: { kind: 'hold', subject: entry.operation, fromAt: null, untilAt: null } }];
  const ways = [...workBefore(standing), ...notYet(standing), ...people(standing)];
  return ways.length > 0 ? ways : [{ link: unbound(standing) }];
}

/** Operations that it follows, or that keep its station busy. */
function workBefore({ entry, awaited: [last], previous }: Standing): Way[] {
  const ways: Way[] = [];
  if (last && touches(last.freeAt, entry.runStartAt)) {
    const { operation: subject, endAt: fromAt } = last.before;
    ways.push({ link: { kind: 'after', subject, fromAt, untilAt: entry.runStartAt }, next: last.before });
  }
  if (previous && touches(previous.endAt, entry.startAt)) {
    const { operation: subject, startAt: fromAt, endAt: untilAt } = previous;
    ways.push({ link: { kind: 'station', subject, fromAt, untilAt }, next: previous });
  }
  return ways;
}

/** What was not released, not ready or not open before. */
function notYet({ facts, entry, operation, previous }: Standing): Way[] {
  const { now, workOrders, stations } = facts;
  const ways: Way[] = [];
  const order = workOrders.find(({ id }) => id === entry.workOrder);
  if (order && order.releaseAt > now && touches(order.releaseAt, entry.runStartAt))
    ways.push({ link: { kind: 'release', subject: order.id, fromAt: null, untilAt: order.releaseAt } });
  if (operation && operation.readyAt > now && touches(operation.readyAt, entry.runStartAt))
    ways.push({
      link: { kind: 'ready', subject: entry.operation, fromAt: null, untilAt: operation.readyAt },
    });
  const work = stations.find(({ id }) => id === entry.station)?.work ?? [];
  if (work.some(([start]) => start === entry.startAt)) {
    const link = { kind: 'calendar', subject: entry.station, untilAt: entry.startAt } as const;
    ways.push({
      link: { ...link, fromAt: previous?.endAt ?? null },
      ...(previous ? { next: previous } : {}),
    });
  }
  return ways;
}

/** People who are at work elsewhere, or come then. */
function people({ facts, entry, operation }: Standing): Way[] {
  const missed = operation && missedPeople(facts, entry, operation);
  if (!missed) return [];
  const link = { kind: missed.kind, subject: missed.id, fromAt: null, untilAt: entry.startAt };
  return [{ link, ...(missed.freed ? { next: missed.freed } : {}) }];
}

/** It has its station, its material, its people and working time: its place is kept, or the plan could have it earlier. */
function unbound(standing: Standing): BindingLink {
  const { facts, entry, operation } = standing;
  const soon = entry.startAt < facts.now + facts.frozenSec * 1000;
  if (entry.fixed !== null || operation?.pinned || soon)
    return { kind: 'kept', subject: entry.operation, fromAt: null, untilAt: null };
  return { kind: 'free', subject: entry.operation, fromAt: earliest(standing), untilAt: null };
}

/** When it could begin if everything else stayed where it is; null: no earlier than it does, by what is known here. */
function earliest({ facts, entry, operation, awaited: [last], previous }: Standing): number | null {
  const order = facts.workOrders.find(({ id }) => id === entry.workOrder);
  const free = [previous?.endAt, last?.freeAt, order?.releaseAt, operation?.readyAt];
  const from = Math.max(facts.now, ...free.map((at) => at ?? 0));
  const work = facts.stations.find(({ id }) => id === entry.station)?.work ?? [];
  const open = work.find(([, end]) => end > from);
  const at = open ? Math.max(from, open[0]) : entry.startAt;
  return touches(at, entry.startAt) ? null : at;
}
