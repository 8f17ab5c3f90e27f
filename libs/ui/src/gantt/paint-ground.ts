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

/** Paints the time axis: days above, hours below, the flags of now and of the frozen zone. */
export function paintAxis(context: CanvasRenderingContext2D, view: GanttView, look: AxisLook): void {
  const { palette, place, moments } = look;
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, view.width, AXIS_PX);
  context.textBaseline = 'middle';
  context.font = `500 12px ${palette.font}`;
  const days = look.ticks.filter(({ label }) => label === 'day');
  const dayText = (atMs: number) => `${weekday(atMs, place)} ${formatDay(atMs, place, moments.nowMs)}`;
  for (const { atMs, label } of look.ticks) {
    const x = xOf(atMs, view);
    context.fillStyle = label === 'day' ? palette.text : palette.soft;
    if (label === 'day') context.fillText(dayText(atMs), x + 4, 12);
    else context.fillText(formatTime(atMs, place), x + 3, 32);
    context.fillStyle = palette.line;
    context.fillRect(Math.round(x), label === 'day' ? 0 : 22, 1, AXIS_PX);
  }
  const firstDay = days[0] ? xOf(days[0].atMs, view) : view.width;
  if (firstDay > 110) {
    context.fillStyle = palette.text;
    context.fillText(dayText(view.fromMs), 6, 12);
  }
  context.fillStyle = palette.strong;
  context.fillRect(0, AXIS_PX - 1, view.width, 1);
  const frozenX = xOf(moments.frozenUntilMs, view);
  const now = { x: xOf(moments.nowMs, view), text: look.now, ground: palette.text, ink: palette.ground };
  const nowEnd = paintFlag(context, view, palette, now);
  if (moments.frozenUntilMs > moments.nowMs && frozenX > nowEnd + 4)
    paintFlag(context, view, palette, {
      x: frozenX,
      text: look.frozen,
      ground: palette.accentSoft,
      ink: palette.text,
    });
}

function weekday(atMs: number, place: Place): string {
  const locale = place.language === 'en' ? 'en-GB' : place.language;
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: place.timeZone }).format(atMs);
}

interface Flag {
  readonly x: number;
  readonly text: string;
  readonly ground: string;
  readonly ink: string;
}

/** Paints a flag on the axis; gives back where it ends. */
function paintFlag(context: CanvasRenderingContext2D, view: GanttView, palette: Palette, flag: Flag): number {
  const { x, text, ground, ink } = flag;
  if (x < 0 || x > view.width) return x;
  context.font = `600 12px ${palette.font}`;
  const width = context.measureText(text).width + 12;
  const left = Math.max(0, Math.min(view.width - width, x - 1));
  context.fillStyle = ground;
  context.fillRect(left, 22, width, AXIS_PX - 22);
  context.fillStyle = ink;
  context.fillText(text, left + 6, 33);
  return left + width;
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
