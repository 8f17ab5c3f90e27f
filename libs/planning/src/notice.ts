import type { PlanEntry } from './facts';
import { SAME_MS, type Place, type PlanChange } from './difference';

/** What stands at a station: what runs, and what comes next. */
export interface StationOutlook {
  readonly running: string | null;
  readonly next: string | null;
}

/** A notice that a station needs because of a new plan. */
export interface NewNotice {
  readonly station: string;
  readonly kind: 'operation-moved' | 'operation-added' | 'operation-removed' | 'operation-resized';
  readonly operation: string;
  readonly from: Place | null;
  readonly to: Place | null;
  readonly nextBefore: string | null;
  readonly nextAfter: string | null;
}

/** A notice that nobody has acknowledged yet. */
export interface OpenNotice {
  readonly id: string;
  readonly station: string;
  readonly operation: string | null;
  readonly from: Place | null;
  readonly nextBefore: string | null;
}

/** What a new plan means for the screens. */
export interface NoticeDecision {
  readonly raise: readonly NewNotice[];
  /** ids of open notices that no longer hold */
  readonly withdraw: readonly string[];
}

/** What runs and what comes next at every station of a plan. */
export function outlookOf(entries: readonly PlanEntry[]): Map<string, StationOutlook> {
  const outlook = new Map<string, StationOutlook>();
  for (const entry of [...entries].sort((a, b) => a.startAt - b.startAt)) {
    const seen = outlook.get(entry.station) ?? { running: null, next: null };
    if (entry.fixed === 'running') outlook.set(entry.station, { ...seen, running: entry.operation });
    else outlook.set(entry.station, { ...seen, next: seen.next ?? entry.operation });
  }
  return outlook;
}

const KINDS = {
  added: 'operation-added',
  removed: 'operation-removed',
  resized: 'operation-resized',
  earlier: 'operation-moved',
  later: 'operation-moved',
  station: 'operation-moved',
} as const;

/** How much a next operation may move without a notice, in ms. */
interface Tolerance {
  readonly toleranceMs: number;
}

function movedFar({ from, to }: PlanChange, toleranceMs: number): boolean {
  return (
    from === null ||
    to === null ||
    from.station !== to.station ||
    Math.abs(to.startAt - from.startAt) > toleranceMs
  );
}

/** Operations that begin when what runs at their station ends: when that is, who works there sees best. */
function followers(entries: readonly PlanEntry[], outlook: ReadonlyMap<string, StationOutlook>): Set<string> {
  const entryOf = new Map(entries.map((entry) => [entry.operation, entry]));
  return new Set(
    [...outlook.values()].flatMap(({ running, next }) => {
      const [before, after] = [entryOf.get(running ?? ''), entryOf.get(next ?? '')];
      return before && after && after.startAt - before.endAt < SAME_MS ? [after.operation] : [];
    }),
  );
}

/**
 * The stations whose running or next operation a new plan changes: another operation comes next, the next one moves
 * beyond the tolerance for another reason than that what runs there ends at another time, or the running one is resized or taken away. One notice per station; one that nobody has
 * acknowledged is replaced, and the new one tells the way from what people last saw.
 * @param finished operations that have ended or begun since the plan before: their leaving "next" is no news
 * @param resized operations whose quantity changed
 */
export function decideNotices(
  plans: {
    readonly before: readonly PlanEntry[];
    readonly after: readonly PlanEntry[];
    readonly changes: readonly PlanChange[];
  },
  open: readonly OpenNotice[],
  known: Tolerance & { readonly finished: ReadonlySet<string>; readonly resized: ReadonlySet<string> },
): NoticeDecision {
  const before = outlookOf(plans.before.filter(({ operation }) => !known.finished.has(operation)));
  const after = outlookOf(plans.after);
  const changeOf = new Map(plans.changes.map((change) => [change.operation, change]));
  const follow = followers(plans.after, after);
  const raise: NewNotice[] = [];
  const withdraw: string[] = [];
  for (const station of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(station) ?? { running: null, next: null };
    const is = after.get(station) ?? { running: null, next: null };
    const mine = open.filter((notice) => notice.station === station);
    const subject = subjectOf(was, is, changeOf, { ...known, follow });
    if (subject === null) continue;
    const first = mine[0];
    const nextBefore = first ? first.nextBefore : was.next;
    withdraw.push(...mine.map(({ id }) => id));
    // Back where people last saw it: there is nothing left to tell.
    if (first && nextBefore === is.next && subject.kind !== 'resized' && samePlace(first.from, subject.to))
      continue;
    raise.push({
      station,
      kind: KINDS[subject.kind],
      operation: subject.operation,
      from: first && first.operation === subject.operation ? first.from : subject.from,
      to: subject.to,
      nextBefore,
      nextAfter: is.next,
    });
  }
  return { raise, withdraw };
}

function samePlace(a: Place | null, b: Place | null): boolean {
  return a !== null && b !== null && a.station === b.station && a.startAt === b.startAt;
}

/** The change at a station that people there must hear of; null when there is none. */
function subjectOf(
  was: StationOutlook,
  is: StationOutlook,
  changeOf: ReadonlyMap<string, PlanChange>,
  known: Tolerance & { readonly resized: ReadonlySet<string>; readonly follow: ReadonlySet<string> },
): PlanChange | null {
  const running = is.running === null ? undefined : changeOf.get(is.running);
  if (running && known.resized.has(running.operation)) return running;
  if (was.running !== null && is.running === null && changeOf.get(was.running)?.kind === 'removed')
    return changeOf.get(was.running) ?? null;
  if (is.next !== was.next) {
    // What was next has simply begun: what follows it was known before.
    if (was.next !== null && was.next === is.running) return null;
    const change =
      (is.next === null ? undefined : changeOf.get(is.next)) ??
      (was.next === null ? undefined : changeOf.get(was.next));
    return change ?? null;
  }
  const same = is.next === null ? undefined : changeOf.get(is.next);
  if (!same) return null;
  if (known.resized.has(same.operation)) return same;
  const byItself = was.running === is.running && known.follow.has(same.operation);
  return movedFar(same, known.toleranceMs) && !byItself ? same : null;
}
