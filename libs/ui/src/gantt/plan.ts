/** A stretch of time, epoch ms, end not included. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** A row: a station. */
export interface GanttRow {
  readonly id: string;
  readonly label: string;
  /** heading of the rows that follow, such as the line; drawn where it changes */
  readonly group?: string;
  /** when the station does not work */
  readonly closed: readonly Span[];
}

/** A bar: a planned operation. Its changeover lasts from startMs to runStartMs. */
export interface GanttBar extends Span {
  readonly id: string;
  readonly row: string;
  readonly runStartMs: number;
  /** written on the bar */
  readonly label: string;
  /** name of what is made */
  readonly item: string;
  /** what belongs together, such as the work order: shown together when one of them is looked at */
  readonly group: string;
  readonly dueMs: number;
  readonly late: boolean;
  readonly fixed: 'running' | 'frozen' | 'pinned' | null;
  /** differs from the plan before */
  readonly changed?: boolean;
}

/** What a Gantt shows. */
export interface GanttPlan {
  readonly rows: readonly GanttRow[];
  readonly bars: readonly GanttBar[];
  /** nothing that starts before this moves by itself, epoch ms */
  readonly frozenUntilMs: number;
}

/** A plan ready to be looked at: bars by row in the order of their starts. */
export interface PlanIndex {
  readonly rows: readonly { readonly row: GanttRow; readonly bars: readonly GanttBar[] }[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly barOf: ReadonlyMap<string, GanttBar>;
  /** from the first start to the last end; undefined: no bars */
  readonly span: Span | undefined;
}

/**
 * Prepares a plan. Bars of rows that are not shown are left out.
 * @param plan rows and bars in any order
 */
export function indexPlan({ rows, bars }: Pick<GanttPlan, 'rows' | 'bars'>): PlanIndex {
  const rowOf = new Map(rows.map((row, at) => [row.id, at]));
  const byRow = rows.map((): GanttBar[] => []);
  const barOf = new Map<string, GanttBar>();
  let startMs = Number.POSITIVE_INFINITY;
  let endMs = Number.NEGATIVE_INFINITY;
  for (const bar of bars) {
    const at = rowOf.get(bar.row);
    if (at === undefined) continue;
    byRow[at]?.push(bar);
    barOf.set(bar.id, bar);
    startMs = Math.min(startMs, bar.startMs);
    endMs = Math.max(endMs, bar.endMs);
  }
  for (const inRow of byRow) inRow.sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
  return {
    rows: rows.map((row, at) => ({ row, bars: byRow[at] ?? [] })),
    rowOf,
    barOf,
    span: barOf.size > 0 ? { startMs, endMs } : undefined,
  };
}

/**
 * Place of the first bar of a row that ends after an instant.
 * @param bars bars of one row, by start
 * @param atMs epoch ms
 */
export function firstAfter(bars: readonly Span[], atMs: number): number {
  let low = 0;
  let high = bars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bars[middle]?.endMs ?? 0) > atMs) high = middle;
    else low = middle + 1;
  }
  return low;
}
