import { Injectable } from '@nestjs/common';
import {
  refuse,
  type InputOf,
  type RecallLine,
  type Refusal,
  type ReplyOf,
  type TraceLink,
  type traceRoutes,
} from '@takt/contracts';
import { genealogy, recallList, trace, type LedgerEntry, type TraceNode } from '@takt/inventory';
import { Database, type Tx } from '../../platform/database';
import { GenealogyRepository } from '../inventory';
import { TraceThings, keyOf } from './trace-things.repository';
import { TracedWork } from './traced-work.repository';

type TraceReply = ReplyOf<typeof traceRoutes.trace>;
type RecallReply = ReplyOf<typeof traceRoutes.recall>;
type Direction = TraceLink['direction'];

/** Things that one answer holds at most. */
const THINGS_MAX = 3000;

/** What was found by following material: links with their distance, and whether that was all. */
interface Followed {
  readonly entries: readonly LedgerEntry[];
  readonly complete: boolean;
}

/** Follows material through the plant: back to all it came from, forward to all who got it. */
@Injectable()
export class TraceService {
  constructor(
    private readonly database: Database,
    private readonly genealogies: GenealogyRepository,
    private readonly things: TraceThings,
    private readonly work: TracedWork,
  ) {}

  /** Traces one thing. @returns `thing.unknown` when there is no such lot, work order or order line */
  trace(plant: string, { params, query }: InputOf<typeof traceRoutes.trace>): Promise<TraceReply | Refusal> {
    const start: TraceNode = { kind: params.kind, id: idOf(params) };
    const directions: Direction[] = query.direction === 'both' ? ['back', 'forward'] : [query.direction];
    return this.database.read(plant, async (tx) => {
      const [found] = await this.things.find(tx, [start]);
      if (!found) return refuse('thing.unknown', { kind: start.kind.replace('-', ' '), id: start.id });
      const links: TraceLink[] = [];
      let complete = true;
      for (const direction of directions) {
        const followed = await this.follow(tx, [start], direction);
        complete &&= followed.complete;
        links.push(...linksOf(followed.entries, start, direction));
      }
      const nodes = nodesOf(links, start);
      const workOrders = [start, ...nodes].filter(({ kind }) => kind === 'work-order').map(({ id }) => id);
      const operations = await this.work.operations(tx, workOrders);
      return { start: found, things: await this.things.find(tx, nodes), links, operations, complete };
    });
  }

  /** Who got any of some lots, and what of them is still here. @returns `thing.unknown` for a lot that there never was */
  recall(plant: string, lots: readonly string[]): Promise<RecallReply | Refusal> {
    const starts = lots.map((id): TraceNode => ({ kind: 'lot', id }));
    return this.database.read(plant, async (tx) => {
      const known = new Set((await this.things.find(tx, starts)).map(keyOf));
      const unknown = starts.find((start) => !known.has(keyOf(start)));
      if (unknown) return refuse('thing.unknown', { kind: 'lot', id: unknown.id });
      const { entries } = await this.follow(tx, starts, 'forward');
      const links = genealogy(entries);
      const reached = starts.flatMap((start) => trace(links, start, 'forward').map(({ to }) => to));
      const affected = [
        ...new Set([...starts, ...reached].filter(({ kind }) => kind === 'lot').map(({ id }) => id)),
      ];
      const deliveries = recallList(links, lots);
      return {
        deliveries: await this.deliveries(tx, deliveries),
        stock: await this.things.stock(tx, affected),
        lots: affected,
      };
    });
  }

  private async deliveries(tx: Tx, found: ReturnType<typeof recallList>): Promise<RecallLine[]> {
    const names = new Map(
      (
        await this.things.find(
          tx,
          found.flatMap(({ from, to }) => [from, to]),
        )
      ).map((thing) => [keyOf(thing), thing]),
    );
    return found.map(({ from, to, item, qty, unit, firstAt }) => {
      const slash = to.id.lastIndexOf('/');
      const line = names.get(keyOf(to));
      return {
        order: to.id.slice(0, slash),
        line: Number(to.id.slice(slash + 1)),
        customer: line?.customer ?? '',
        customerName: line?.customerName ?? '',
        customerNameZh: line?.customerNameZh ?? null,
        item,
        itemName: names.get(keyOf(from))?.itemName ?? item,
        itemNameZh: names.get(keyOf(from))?.itemNameZh ?? null,
        lot: from.id,
        qty,
        unit,
        shippedAt: new Date(firstAt).toISOString(),
      };
    });
  }

  /** Level by level, a few statements each, whatever the width. */
  private async follow(tx: Tx, starts: readonly TraceNode[], direction: Direction): Promise<Followed> {
    const entries = new Map<string, LedgerEntry>();
    const seen = new Map(starts.map((start) => [keyOf(start), start]));
    for (let front = [...starts]; front.length > 0;) {
      const lines = await this.genealogies.next(tx, front, direction);
      const links = genealogy(lines);
      for (const line of lines) entries.set(line.id, line);
      front = [];
      for (const link of links) {
        const node = direction === 'forward' ? link.to : link.from;
        if (seen.has(keyOf(node))) continue;
        if (seen.size >= THINGS_MAX) return { entries: [...entries.values()], complete: false };
        seen.set(keyOf(node), node);
        front.push(node);
      }
    }
    return { entries: [...entries.values()], complete: true };
  }
}

/** Addresses have no slash: the line of an order is named `<order>:<line>` there. */
function idOf({ kind, id }: TraceNode): string {
  const colon = id.lastIndexOf(':');
  return kind === 'order-line' && colon > 0 ? `${id.slice(0, colon)}/${id.slice(colon + 1)}` : id;
}

function linksOf(entries: readonly LedgerEntry[], start: TraceNode, direction: Direction): TraceLink[] {
  return trace(genealogy(entries), start, direction).map(({ firstAt, ...step }) => ({
    ...step,
    direction,
    firstAt: new Date(firstAt).toISOString(),
  }));
}

function nodesOf(links: readonly TraceLink[], start: TraceNode): TraceNode[] {
  const nodes = new Map(links.flatMap(({ from, to }) => [from, to]).map((node) => [keyOf(node), node]));
  nodes.delete(keyOf(start));
  return [...nodes.values()];
}
