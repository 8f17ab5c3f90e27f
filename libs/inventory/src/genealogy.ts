import { Exact, decimalText, groupBy } from '@takt/production';
import type { LedgerEntry } from './ledger';

/** A thing that material passes through. `id` of an order line is `<order>/<line>`. */
export interface TraceNode {
  readonly kind: 'lot' | 'work-order' | 'order-line';
  readonly id: string;
}

/** Material that went from one thing into another: lot → work order → lot → order line. */
export interface TraceLink {
  readonly from: TraceNode;
  readonly to: TraceNode;
  readonly item: string;
  /** net of what was taken back; decimal text > 0 */
  readonly qty: string;
  readonly unit: string;
  /** when it happened first, epoch ms */
  readonly firstAt: number;
}

/** A link with its distance from where the trace began: 1, 2, … */
export interface TraceStep extends TraceLink {
  readonly depth: number;
}

const nameOf = ({ kind, id }: TraceNode): string => `${kind} ${id}`;
const lotNode = (id: string): TraceNode => ({ kind: 'lot', id });

/** Where a ledger line takes material from and to, or null when it says nothing about genealogy. */
function wayOf(entry: LedgerEntry): { from: TraceNode; to: TraceNode; sign: 1 | -1 } | null {
  const { kind, lot, cause } = entry;
  if (lot === null) return null;
  const work: TraceNode | null = cause.workOrder ? { kind: 'work-order', id: cause.workOrder } : null;
  if ((kind === 'backflush' || kind === 'issue') && work) return { from: lotNode(lot), to: work, sign: -1 };
  if (kind === 'rework' && entry.place === 'quarantine' && work)
    return entry.qty.startsWith('-') === (entry.reverses === null)
      ? { from: lotNode(lot), to: work, sign: -1 }
      : { from: work, to: lotNode(lot), sign: 1 };
  if (kind === 'completion' && work) return { from: work, to: lotNode(lot), sign: 1 };
  if ((kind === 'shipment' || kind === 'return') && cause.order) {
    const line: TraceNode = { kind: 'order-line', id: `${cause.order}/${cause.orderLine ?? 0}` };
    return { from: lotNode(lot), to: line, sign: -1 };
  }
  return null;
}

/**
 * The genealogy that a ledger tells: which lots went into which work orders, which lots came out, and who got them. What was taken
 * back does not count; returns lessen what a customer has.
 * @param entries the ledger, in any order
 */
export function genealogy(entries: readonly LedgerEntry[]): TraceLink[] {
  const links = new Map<string, TraceLink & { readonly net: Exact }>();
  for (const entry of entries) {
    const way = wayOf(entry);
    if (way === null || entry.corrects !== null) continue;
    const key = `${nameOf(way.from)} > ${nameOf(way.to)} ${entry.item}`;
    const before = links.get(key);
    const net = new Exact(entry.qty).times(way.sign).plus(before?.net ?? 0);
    const firstAt = Math.min(entry.occurredAt, before?.firstAt ?? Infinity);
    links.set(key, {
      from: way.from,
      to: way.to,
      item: entry.item,
      unit: entry.unit,
      qty: decimalText(net),
      firstAt,
      net,
    });
  }
  return [...links.values()]
    .filter(({ net }) => net.greaterThan(0))
    .map(({ net: _net, ...link }) => link)
    .sort((a, b) => a.firstAt - b.firstAt);
}

/**
 * Follows material from one thing: `forward` to every work order, lot and order line that got any of it, `back` to everything it
 * came from. Each link appears once, at its shortest distance, also where rework closes a loop.
 * @param links of {@link genealogy}
 * @param start a lot, a work order or an order line
 * @param direction forward or back
 */
export function trace(
  links: readonly TraceLink[],
  start: TraceNode,
  direction: 'forward' | 'back',
): TraceStep[] {
  const [here, there] = direction === 'forward' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const byNode = groupBy(links, (link) => nameOf(link[here]));
  const seen = new Set([nameOf(start)]);
  const steps: TraceStep[] = [];
  let front = [start];
  for (let depth = 1; front.length > 0; depth += 1) {
    const found = front.flatMap((node) => byNode.get(nameOf(node)) ?? []);
    steps.push(...found.map((link) => ({ ...link, depth })));
    front = found
      .map((link) => link[there])
      .filter((node) => !seen.has(nameOf(node)) && seen.add(nameOf(node)));
  }
  return steps;
}

/** Every order line that got any of the lots: whom to call back, with how much of which lot. */
export function recallList(links: readonly TraceLink[], lots: readonly string[]): TraceLink[] {
  const found = lots.flatMap((lot) => trace(links, lotNode(lot), 'forward'));
  const deliveries = found.filter((step) => step.to.kind === 'order-line');
  const unique = new Map(
    deliveries.map(({ depth: _depth, ...link }) => [`${link.from.id} ${link.to.id} ${link.item}`, link]),
  );
  return [...unique.values()].sort((a, b) => a.firstAt - b.firstAt);
}
