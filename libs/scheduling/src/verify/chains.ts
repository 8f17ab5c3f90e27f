import { fullRef, type Evidence, type Placed } from './evidence';
import type { ChainLink } from './files';
import type { Span } from './terms';
import { violation, type Violation } from './violation';

/**
 * Checks the chain of reasons of a late job against the plan: it begins with the operation that ends last, every link names
 * what is true of its operation, and each goes on where the one before points.
 */
export function chainFaults(
  evidence: Evidence,
  { job, last }: Span,
  chain: readonly ChainLink[],
): Violation[] {
  const found: Violation[] = [];
  const fault = (link: ChainLink, what: string): void => {
    found.push(violation('chain', job.id, `${link.op} ${link.kind} ${link.by ?? link.pool ?? ''}: ${what}`));
  };
  const [first] = chain;
  const lastOne = evidence.placed.get(first.op);
  if (lastOne?.job.id !== job.id || lastOne.placement.end !== last)
    fault(first, `is not what ends last, at ${last}`);
  chain.forEach((link, i) => {
    const entry = evidence.placed.get(link.op);
    if (i > 0 && chain[i - 1].by !== link.op) fault(link, `does not follow on ${chain[i - 1].by}`);
    if (!entry) return fault(link, 'is not placed');
    const { runStart, station } = entry.placement;
    if (link.runStart !== runStart || link.station !== station)
      fault(link, `says ${link.runStart} on ${link.station}, runs at ${runStart} on ${station}`);
    if (link.until > runStart) fault(link, `until ${link.until}, but runs at ${runStart}`);
    const untrue = entry.fixed ? undefined : contradiction(evidence, entry, link);
    if (untrue) fault(link, untrue);
  });
  return found;
}

/** What is not true of a link; undefined when it holds. */
function contradiction(evidence: Evidence, entry: Placed, link: ChainLink): string | undefined {
  const by = link.by === undefined ? undefined : evidence.placed.get(link.by);
  if (link.by !== undefined && !by) return `${link.by} is not placed`;
  const { job, operation, station, placement } = entry;
  switch (link.kind) {
    case 'release':
      return differs('released at', job.release, link) ?? idle(evidence, entry, link);
    case 'ready':
      return differs('material ready at', operation.ready, link) ?? idle(evidence, entry, link);
    case 'after':
      return differs(`${link.by} allows`, allowedAfter(entry, by), link) ?? idle(evidence, entry, link);
    case 'free':
      return link.until >= (station?.freeAt ?? 0) ? undefined : `the station is free at ${station?.freeAt}`;
    case 'station':
    case 'fixed':
      if (by?.placement.station !== placement.station) return 'is on another station';
      return by.placement.end <= placement.start
        ? undefined
        : `ends at ${by.placement.end}, after ${placement.start}`;
    case 'people':
    case 'absent':
      return entry.mode?.pools.some(([pool]) => pool === link.pool) ? undefined : 'needs nobody of this pool';
    case 'follower':
      return by && allows(by, entry) ? undefined : 'has no longest wait after it';
    default:
      return undefined;
  }
}

function differs(what: string, at: number | undefined, { until }: ChainLink): string | undefined {
  return at === until ? undefined : `says ${until}, ${what} ${at}`;
}

/** The instant from which an operation may run after another. */
function allowedAfter({ job, operation }: Placed, before: Placed | undefined): number | undefined {
  const wait = operation.after.find(({ op }) => fullRef(job.id, op) === before?.ref);
  return before && wait ? before.placement.end + wait.min : undefined;
}

/** Has the follower a longest wait after the operation? */
function allows({ job, operation }: Placed, { ref }: Placed): boolean {
  return operation.after.some(({ op, max }) => fullRef(job.id, op) === ref && max != null);
}

/** A wait binds when the station does not work between its end and the run; not to be seen where the run must fit as a whole. */
function idle(
  { workingTime }: Evidence,
  { operation, placement }: Placed,
  { until }: ChainLink,
): string | undefined {
  if (!operation.interruptible) return undefined;
  const unused = workingTime.get(placement.station)?.between(until, placement.runStart) ?? 0;
  return unused === 0 ? undefined : `${unused} s of working time are unused before ${placement.runStart}`;
}
