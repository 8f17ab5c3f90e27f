import type { PlanIndex, Span } from './plan';
import { firstAfter, type GanttBar } from './plan';

/** Height of a row in px. */
export const ROW_PX = 36;
/** Height of the time axis in px. */
export const AXIS_PX = 44;
/** Width of the row labels in px. */
export const LABELS_PX = 148;
/** Closest and widest look, in ms per px. */
export const SCALE_RANGE = { closest: 2_000, widest: 7_200_000 } as const;

/** What part of a plan is on the screen, and how large. */
export interface GanttView {
  /** instant at the left edge of the plot, epoch ms */
  readonly fromMs: number;
  /** ms per px */
  readonly scale: number;
  /** px scrolled down */
  readonly top: number;
  /** px of the plot, without labels and axis */
  readonly width: number;
  readonly height: number;
}

/** A rectangle of the plot in px, from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const BAR_MARGIN = 5;

/** Where an instant lies in the plot, px from its left edge. */
export function xOf(atMs: number, view: GanttView): number {
  return (atMs - view.fromMs) / view.scale;
}

/** Which instant lies at a place of the plot. */
export function instantAt(x: number, view: GanttView): number {
  return view.fromMs + x * view.scale;
}

/** A scale within {@link SCALE_RANGE}. */
export function boundScale(scale: number): number {
  return Math.min(SCALE_RANGE.widest, Math.max(SCALE_RANGE.closest, scale));
}

/**
 * Zooms so that what is under a point stays there.
 * @param view before
 * @param factor above 1 shows more time
 * @param x px from the left edge of the plot
 */
export function zoom(view: GanttView, factor: number, x: number): GanttView {
  const scale = boundScale(view.scale * factor);
  return { ...view, scale, fromMs: instantAt(x, view) - x * scale };
}

/**
 * Shows a stretch of time over the full width, with some air at both ends.
 * @param view before
 * @param span what to show
 */
export function fit(view: GanttView, span: Span): GanttView {
  const air = Math.max(60_000, (span.endMs - span.startMs) * 0.02);
  const scale = boundScale((span.endMs - span.startMs + 2 * air) / Math.max(1, view.width));
  return { ...view, scale, fromMs: span.startMs - air };
}

/** Rows that can be seen: from, to (not included). */
export function visibleRows(rows: number, view: GanttView): readonly [from: number, to: number] {
  return [
    Math.max(0, Math.floor(view.top / ROW_PX)),
    Math.min(rows, Math.ceil((view.top + view.height) / ROW_PX)),
  ];
}

/** Where a bar is drawn; never thinner than 1.5 px. */
export function boxOf(bar: Span, row: number, view: GanttView): Box {
  return {
    x: xOf(bar.startMs, view),
    y: row * ROW_PX - view.top + BAR_MARGIN,
    width: Math.max(1.5, (bar.endMs - bar.startMs) / view.scale),
    height: ROW_PX - 2 * BAR_MARGIN,
  };
}

/**
 * Calls back for each bar that can be seen, row by row, from left to right.
 * @param index plan
 * @param view what is seen
 * @param see takes a bar, its row and the bar after it
 */
export function eachVisible(
  index: PlanIndex,
  view: GanttView,
  see: (bar: GanttBar, row: number, next: GanttBar | undefined) => void,
): void {
  const [from, to] = visibleRows(index.rows.length, view);
  const endMs = instantAt(view.width, view);
  for (let row = from; row < to; row += 1) {
    const bars = index.rows[row]?.bars ?? [];
    for (let at = firstAfter(bars, view.fromMs); at < bars.length; at += 1) {
      const bar = bars[at] as GanttBar;
      if (bar.startMs >= endMs) break;
      see(bar, row, bars[at + 1]);
    }
  }
}

/**
 * The bar at a point of the plot. A thin bar is caught three px around it.
 * @param index plan
 * @param view what is seen
 * @param x px from the left edge of the plot
 * @param y px from its upper edge
 */
export function barAt(index: PlanIndex, view: GanttView, x: number, y: number): GanttBar | undefined {
  const bars = index.rows[Math.floor((y + view.top) / ROW_PX)]?.bars ?? [];
  const atMs = instantAt(x, view);
  const reachMs = 3 * view.scale;
  const near = bars.slice(firstAfter(bars, atMs - reachMs), firstAfter(bars, atMs) + 2);
  const distance = (bar: GanttBar) => Math.max(0, bar.startMs - atMs, atMs - bar.endMs);
  const [best] = near.filter((bar) => distance(bar) <= reachMs).sort((a, b) => distance(a) - distance(b));
  return best;
}
