import type { Line, ScheduleEntry, ShiftException, ShiftInstance, Station } from '@takt/contracts';
import type { GanttPlan, Span } from '@takt/ui';

/** Everything that a Gantt of the plan is drawn from. */
export interface PlanSources {
  readonly entries: readonly ScheduleEntry[];
  readonly frozenUntil: string;
  /** operations that differ from the version before */
  readonly changed?: ReadonlySet<string>;
  readonly stations: readonly Station[];
  readonly lines: readonly Line[];
  /** undefined: not known yet, nothing is greyed */
  readonly shifts: readonly ShiftInstance[] | undefined;
  /** maintenance and closures of single stations */
  readonly exceptions: readonly ShiftException[];
  /** stretch that the shifts cover, epoch ms */
  readonly window: Span;
}

/** Names for the reader. */
export interface PlanNames {
  readonly station: (station: Station) => string;
  readonly line: (line: Line) => string;
  readonly item: (id: string) => string;
}

/**
 * Time of a window in which nothing is worked.
 * @param work working intervals in any order; they may overlap
 * @param window the window
 */
export function closedSpans(work: readonly Span[], window: Span): readonly Span[] {
  const closed: Span[] = [];
  let freeFrom = window.startMs;
  for (const { startMs, endMs } of [...work].sort((a, b) => a.startMs - b.startMs)) {
    if (startMs > freeFrom) closed.push({ startMs: freeFrom, endMs: Math.min(startMs, window.endMs) });
    freeFrom = Math.max(freeFrom, endMs);
    if (freeFrom >= window.endMs) return closed;
  }
  closed.push({ startMs: freeFrom, endMs: window.endMs });
  return closed;
}

const span = ({ startAt, endAt }: { readonly startAt: string; readonly endAt: string }): Span => ({
  startMs: Date.parse(startAt),
  endMs: Date.parse(endAt),
});

/** Takes what an exception closes out of working time. */
function without(work: readonly Span[], closed: readonly Span[]): readonly Span[] {
  return closed.reduce<readonly Span[]>(
    (left, { startMs, endMs }) =>
      left.flatMap((each) => [
        ...(each.startMs < startMs ? [{ ...each, endMs: Math.min(each.endMs, startMs) }] : []),
        ...(each.endMs > endMs ? [{ ...each, startMs: Math.max(each.startMs, endMs) }] : []),
      ]),
    work,
  );
}

/**
 * Makes a Gantt of a schedule: stations by line and position, bars of operations, grey where a station does not work.
 * @param sources schedule and set-up
 * @param names names for the reader
 */
export function planOf(sources: PlanSources, names: PlanNames): GanttPlan {
  const { entries, stations, lines, shifts, exceptions, window, changed } = sources;
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const workOf = (station: Station): readonly Span[] => {
    const work = (shifts ?? [])
      .filter(({ line }) => line === station.line)
      .flatMap((shift) => shift.work.map(span));
    const own = exceptions.filter(({ station: id, kind }) => id === station.id && kind !== 'extra').map(span);
    return without(work, own);
  };
  const rows = [...stations]
    .sort(
      (a, b) =>
        (lineOf.get(a.line)?.position ?? 0) - (lineOf.get(b.line)?.position ?? 0) ||
        (a.line < b.line ? -1 : Number(a.line > b.line)) ||
        a.position - b.position,
    )
    .map((station) => {
      const line = lineOf.get(station.line);
      return {
        id: station.id,
        label: names.station(station),
        ...(line && { group: names.line(line) }),
        closed: shifts ? closedSpans(workOf(station), window) : [],
      };
    });
  const bars = entries.map((entry) => ({
    ...span(entry),
    id: entry.operation,
    row: entry.station,
    runStartMs: Date.parse(entry.runStartAt),
    label: `${names.item(entry.item)} ${entry.workOrder}`,
    item: names.item(entry.item),
    group: entry.workOrder,
    dueMs: Date.parse(entry.dueAt),
    late: entry.late,
    fixed: entry.fixed,
    ...(changed?.has(entry.operation) && { changed: true }),
  }));
  return { rows, bars, frozenUntilMs: Date.parse(sources.frozenUntil) };
}
