import { formatDay, formatTime, type Place } from '../format/instant';
import { fitted } from './paint-bars';
import type { Palette } from './palette';
import { firstAfter, type PlanIndex } from './plan';
import type { Tick } from './ticks';
import { AXIS_PX, instantAt, LABELS_PX, ROW_PX, visibleRows, xOf, type GanttView } from './view';

/** Where the time is, and until when nothing moves. */
export interface Moments {
  readonly nowMs: number;
  readonly frozenUntilMs: number;
}

/** Paints what lies below the bars: time that is not worked, the frozen zone, the lines of rows and hours. */
export function paintGround(
  context: CanvasRenderingContext2D,
  index: PlanIndex,
  view: GanttView,
  look: { readonly palette: Palette; readonly ticks: readonly Tick[]; readonly moments: Moments },
): void {
  const { palette, moments } = look;
  const [from, to] = visibleRows(index.rows.length, view);
  const endMs = instantAt(view.width, view);
  const rowsEnd = Math.min(view.height, index.rows.length * ROW_PX - view.top);
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, view.width, rowsEnd);
  context.fillStyle = palette.closed;
  for (let row = from; row < to; row += 1) {
    const closed = index.rows[row]?.row.closed ?? [];
    for (let at = firstAfter(closed, view.fromMs); at < closed.length; at += 1) {
      const span = closed[at];
      if (!span || span.startMs >= endMs) break;
      const x = Math.max(0, xOf(span.startMs, view));
      context.fillRect(x, row * ROW_PX - view.top, Math.min(view.width, xOf(span.endMs, view)) - x, ROW_PX);
    }
  }
  paintFrozen(context, view, palette, moments);
  context.fillStyle = palette.line;
  for (const { atMs, major } of look.ticks)
    context.fillRect(Math.round(xOf(atMs, view)), 0, major ? 1.5 : 0.5, rowsEnd);
  for (let row = from; row <= to; row += 1) context.fillRect(0, row * ROW_PX - view.top, view.width, 0.75);
}

function paintFrozen(
  context: CanvasRenderingContext2D,
  view: GanttView,
  palette: Palette,
  moments: Moments,
): void {
  const start = Math.max(0, xOf(moments.nowMs, view));
  const end = Math.min(view.width, xOf(moments.frozenUntilMs, view));
  if (end <= start) return;
  context.globalAlpha = 0.13;
  context.fillStyle = palette.accent;
  context.fillRect(start, 0, end - start, view.height);
  context.globalAlpha = 1;
  context.strokeStyle = palette.accent;
  context.lineWidth = 1;
  context.setLineDash([5, 4]);
  context.beginPath();
  context.moveTo(Math.round(end) + 0.5, 0);
  context.lineTo(Math.round(end) + 0.5, view.height);
  context.stroke();
  context.setLineDash([]);
}

/** Paints the now-line over the bars. */
export function paintNow(
  context: CanvasRenderingContext2D,
  view: GanttView,
  palette: Palette,
  nowMs: number,
): void {
  const x = Math.round(xOf(nowMs, view));
  if (x < 0 || x > view.width) return;
  context.fillStyle = palette.text;
  context.fillRect(x - 1, 0, 2, view.height);
}

/** Texts of the axis. */
export interface AxisLook {
  readonly palette: Palette;
  readonly ticks: readonly Tick[];
  readonly moments: Moments;
  readonly place: Place;
  readonly now: string;
  readonly frozen: string;
}

/** Paints the time axis: days and the flags of now and of the frozen zone above, hours below. */
export function paintAxis(context: CanvasRenderingContext2D, view: GanttView, look: AxisLook): void {
  const { palette, place, moments } = look;
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, view.width, AXIS_PX);
  context.textBaseline = 'middle';
  context.font = `500 12px ${palette.font}`;
  const days = look.ticks.filter(({ label }) => label === 'day');
  const dayText = (atMs: number) => `${weekday(atMs, place)} ${formatDay(atMs, place, moments.nowMs)}`;
  const flags = flagsOf(context, view, look);
  context.font = `500 12px ${palette.font}`;
  const writeDay = (atMs: number, x: number) => {
    const text = dayText(atMs);
    context.fillStyle = palette.text;
    context.fillText(text, besideFlags(flags, x, context.measureText(text).width), 12);
  };
  for (const { atMs, label } of look.ticks) {
    const x = xOf(atMs, view);
    context.fillStyle = palette.soft;
    if (label === 'day') writeDay(atMs, x + 4);
    else context.fillText(formatTime(atMs, place), x + 3, 32);
    context.fillStyle = palette.line;
    context.fillRect(Math.round(x), label === 'day' ? 0 : 22, 1, AXIS_PX);
  }
  const firstDay = days[0] ? xOf(days[0].atMs, view) : view.width;
  if (firstDay > 110) writeDay(view.fromMs, 6);
  context.fillStyle = palette.strong;
  context.fillRect(0, AXIS_PX - 1, view.width, 1);
  for (const flag of flags) paintFlag(context, palette, flag);
}

function weekday(atMs: number, place: Place): string {
  const locale = place.language === 'en' ? 'en-GB' : place.language;
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: place.timeZone }).format(atMs);
}

interface Flag {
  readonly left: number;
  readonly width: number;
  readonly text: string;
  readonly ground: string;
  readonly ink: string;
}

const FLAG_PX = 22;
const GAP_PX = 6;

/** The flags that can be seen, from left to right: now, and until when nothing moves where there is room for it. */
function flagsOf(
  context: CanvasRenderingContext2D,
  view: GanttView,
  { palette, moments, now, frozen }: AxisLook,
): Flag[] {
  context.font = `600 12px ${palette.font}`;
  const flags: Flag[] = [];
  const add = (atMs: number, words: Pick<Flag, 'text' | 'ground' | 'ink'>) => {
    const x = xOf(atMs, view);
    if (x < 0 || x > view.width) return;
    const width = context.measureText(words.text).width + 12;
    const left = Math.max(0, Math.min(view.width - width, x - 1));
    const before = flags.at(-1);
    if (!before || left > before.left + before.width + 4) flags.push({ left, width, ...words });
  };
  add(moments.nowMs, { text: now, ground: palette.text, ink: palette.ground });
  if (moments.frozenUntilMs > moments.nowMs)
    add(moments.frozenUntilMs, { text: frozen, ground: palette.accentSoft, ink: palette.text });
  return flags;
}

/** Where a text may begin so that no flag covers it: at its place, or behind the flags in its way. */
function besideFlags(flags: readonly Flag[], x: number, width: number): number {
  return flags.reduce(
    (at, flag) =>
      flag.left < at + width + GAP_PX && at < flag.left + flag.width ? flag.left + flag.width + GAP_PX : at,
    x,
  );
}

function paintFlag(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { left, width, text, ground, ink }: Flag,
): void {
  context.font = `600 12px ${palette.font}`;
  context.fillStyle = ground;
  context.fillRect(left, 0, width, FLAG_PX);
  context.fillStyle = ink;
  context.fillText(text, left + 6, 12);
}

/** Paints the names of the rows beside the plot. */
export function paintLabels(
  context: CanvasRenderingContext2D,
  index: PlanIndex,
  view: GanttView,
  look: { readonly palette: Palette; readonly focusedRow: string | undefined },
): void {
  const { palette } = look;
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, LABELS_PX, view.height);
  context.textBaseline = 'middle';
  const [from, to] = visibleRows(index.rows.length, view);
  for (let at = from; at < to; at += 1) {
    const row = index.rows[at]?.row;
    if (!row) continue;
    const y = at * ROW_PX - view.top;
    const heads = row.group !== undefined && row.group !== index.rows[at - 1]?.row.group;
    if (heads) {
      context.font = `400 11px ${palette.font}`;
      context.fillStyle = palette.soft;
      context.fillText(fitted(context, row.group ?? '', LABELS_PX - 16), 4, y + 9);
    }
    context.font = `${row.id === look.focusedRow ? 700 : 500} 13px ${palette.font}`;
    context.fillStyle = palette.text;
    context.fillText(fitted(context, row.label, LABELS_PX - 16), 4, y + (heads ? 24 : ROW_PX / 2));
    context.fillStyle = palette.line;
    context.fillRect(0, y, LABELS_PX, heads && at > 0 ? 1.5 : 0.75);
  }
  context.fillStyle = palette.strong;
  context.fillRect(LABELS_PX - 1, 0, 1, view.height);
}
