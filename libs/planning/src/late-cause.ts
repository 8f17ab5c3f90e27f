import { bindingChains, type BindingLink } from './binding';
import type { PlanEntry, PlanningFacts } from './facts';

/** A work order that the plan in force finishes after its date, and what binds it. Instants are epoch ms. */
export interface LateCause {
  readonly workOrder: string;
  /** its operation that ends last */
  readonly operation: string;
  /** line on which it ends; null: its station is none any more */
  readonly line: string | null;
  readonly lateSec: number;
  /** what holds it back first, seen from its end: its own operations are followed, they are no cause */
  readonly binding: BindingLink;
  /** the station that is busy or does not work, where that binds it */
  readonly station: string | null;
}

/**
 * The work orders that the plan in force makes late, the latest first, each with what binds it.
 * @param facts what the plan was made from
 */
export function lateCauses(facts: PlanningFacts): LateCause[] {
  const entryOf = new Map(facts.published.map((entry) => [entry.operation, entry]));
  const lastOf = lastEntries(facts.published);
  const chainOf = bindingChains(facts);
  const lines = new Map(facts.stations.map(({ id, line }) => [id, line]));
  const found = facts.workOrders.flatMap(({ id, dueAt }): LateCause[] => {
    const last = lastOf.get(id);
    const binding = last && last.endAt > dueAt ? bindingOf(chainOf, last, entryOf) : undefined;
    if (!last || !binding) return [];
    return [
      {
        ...{ workOrder: id, operation: last.operation, line: lines.get(last.station) ?? null, binding },
        lateSec: Math.round((last.endAt - dueAt) / 1000),
        station: stationOf(binding, entryOf),
      },
    ];
  });
  return found.sort((a, b) => b.lateSec - a.lateSec || (a.workOrder < b.workOrder ? -1 : 1));
}

type Entries = ReadonlyMap<string, PlanEntry>;

/** The entry of each work order that ends last. */
function lastEntries(entries: readonly PlanEntry[]): Map<string, PlanEntry> {
  const last = new Map<string, PlanEntry>();
  for (const entry of entries)
    if (entry.endAt > (last.get(entry.workOrder)?.endAt ?? -Infinity)) last.set(entry.workOrder, entry);
  return last;
}

function bindingOf(
  chainOf: ReturnType<typeof bindingChains>,
  { operation, workOrder }: PlanEntry,
  entryOf: Entries,
): BindingLink | undefined {
  const chain = chainOf(operation) ?? [];
  const isOwn = ({ kind, subject }: BindingLink): boolean =>
    (kind === 'after' || kind === 'station') && entryOf.get(subject)?.workOrder === workOrder;
  return chain.find((link) => !isOwn(link)) ?? chain.at(-1);
}

function stationOf({ kind, subject }: BindingLink, entryOf: Entries): string | null {
  if (kind === 'calendar') return subject;
  return kind === 'station' ? (entryOf.get(subject)?.station ?? null) : null;
}
