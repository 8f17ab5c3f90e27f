import type { GanttBar, PlanIndex } from './plan';
import type { Palette } from './palette';
import { boxOf, eachVisible, xOf, type Box, type GanttView } from './view';

/** What is looked at: painted stronger than the rest. */
export interface Attention {
  readonly hovered: GanttBar | undefined;
  readonly focused: GanttBar | undefined;
}

/** A bar on the screen. */
interface Placed {
  readonly bar: GanttBar;
  readonly box: Box;
  /** px free after it */
  readonly free: number;
}

const LABEL_FROM_PX = 26;
const widths = new Map<string, number>();

function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const key = `${context.font} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 20_000) widths.clear();
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** Shortens a text to a width with an ellipsis. */
export function fitted(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (widthOf(context, text) <= room) return text;
  const ellipsis = widthOf(context, '…');
  let length = Math.floor((text.length * (room - ellipsis)) / widthOf(context, text));
  while (length > 0 && widthOf(context, text.slice(0, length)) + ellipsis > room) length -= 1;
  return length > 0 ? `${text.slice(0, length)}…` : '';
}

/** Where a bar is on its way from an older plan to this one. */
export type Slide = (bar: GanttBar, box: Box, view: GanttView) => Box;

function place(index: PlanIndex, view: GanttView, slide: Slide | undefined): Placed[] {
  const placed: Placed[] = [];
  eachVisible(index, view, (bar, row, next) => {
    const there = boxOf(bar, row, view);
    const box = slide ? slide(bar, there, view) : there;
    const free = next ? xOf(next.startMs, view) - box.x - box.width : Number.POSITIVE_INFINITY;
    placed.push({ bar, box, free });
  });
  return placed;
}

/** Fills many boxes at once: one path per colour keeps 5,000 bars within a frame. */
function fill(
  context: CanvasRenderingContext2D,
  colour: string | CanvasPattern,
  boxes: readonly Box[],
): void {
  if (boxes.length === 0) return;
  context.fillStyle = colour;
  context.beginPath();
  for (const { x, y, width, height } of boxes) context.rect(x, y, width, height);
  context.fill();
}

function outline(
  context: CanvasRenderingContext2D,
  colour: string,
  thick: number,
  boxes: readonly Box[],
): void {
  if (boxes.length === 0) return;
  context.strokeStyle = colour;
  context.lineWidth = thick;
  const inset = thick / 2;
  context.beginPath();
  for (const { x, y, width, height } of boxes)
    context.rect(x + inset, y + inset, Math.max(0.5, width - thick), height - thick);
  context.stroke();
}

function changeoverOf({ bar, box }: Placed, view: GanttView): Box {
  return { ...box, width: Math.min(box.width, (bar.runStartMs - bar.startMs) / view.scale) };
}

/** Where the label begins: after the changeover where there is room, for letters and hatches do not go together. */
function labelPart({ bar, box }: Placed, view: GanttView): { readonly left: number; readonly room: number } {
  const end = box.x + box.width;
  const run = box.x + (bar.runStartMs - bar.startMs) / view.scale;
  const left = Math.max(0, run);
  return { left, room: end - left - 10 };
}

function write(
  context: CanvasRenderingContext2D,
  placed: readonly Placed[],
  view: GanttView,
  look: BarsLook,
): void {
  const { palette, late } = look;
  context.textBaseline = 'middle';
  for (const each of placed) {
    const { bar, box, free } = each;
    const middle = box.y + box.height / 2 + 0.5;
    const { left, room } = labelPart(each, view);
    context.font = `500 12px ${palette.font}`;
    const lateWidth = bar.late ? widthOf(context, late) + 4 : 0;
    const inside = bar.late && room > lateWidth + 30;
    if (room >= LABEL_FROM_PX) {
      context.fillStyle = bar.fixed === 'running' ? palette.onRunning : palette.text;
      context.fillText(fitted(context, bar.label, room - (inside ? lateWidth + 8 : 0)), left + 5, middle);
    }
    if (!bar.late) continue;
    context.font = `600 12px ${palette.font}`;
    context.fillStyle = inside && bar.fixed === 'running' ? palette.onRunning : palette.late;
    if (inside) context.fillText(late, box.x + box.width - lateWidth - 4, middle);
    else if (free > lateWidth + 8) context.fillText(late, box.x + box.width + 4, middle);
  }
}

function mark(context: CanvasRenderingContext2D, placed: readonly Placed[], palette: Palette): void {
  context.fillStyle = palette.strong;
  for (const { bar, box } of placed) {
    if (bar.fixed !== 'pinned' || box.width < 8) continue;
    context.beginPath(); // a folded corner: somebody has pinned it
    context.moveTo(box.x, box.y);
    context.lineTo(box.x + 9, box.y);
    context.lineTo(box.x, box.y + 9);
    context.fill();
  }
  context.fillStyle = palette.accent;
  for (const { bar, box } of placed) {
    if (!bar.changed) continue;
    const right = box.x + box.width;
    context.beginPath(); // a corner on the other side: it differs from the plan before
    context.moveTo(right, box.y);
    context.lineTo(right - Math.min(10, box.width), box.y);
    context.lineTo(right, box.y + 10);
    context.fill();
  }
}

/** How bars are painted. */
export interface BarsLook {
  readonly palette: Palette;
  /** the word for late */
  readonly late: string;
  readonly attention: Attention;
  /** bars on their way from an older plan */
  readonly slide: Slide | undefined;
}

/**
 * Paints the bars that can be seen: work filled, changeovers hatched, late jobs outlined and named, what is looked at ringed.
 * @param context plot, its origin at the upper left corner
 * @param index plan
 * @param view what is seen
 * @param look colours, words, what is looked at, what is on its way
 * @returns how many bars were painted
 */
export function paintBars(
  context: CanvasRenderingContext2D,
  index: PlanIndex,
  view: GanttView,
  look: BarsLook,
): number {
  const { palette, attention } = look;
  const placed = place(index, view, look.slide);
  const boxes = (of: (bar: GanttBar) => boolean) => placed.filter(({ bar }) => of(bar)).map(({ box }) => box);
  const group = (attention.focused ?? attention.hovered)?.group;

  fill(
    context,
    palette.bar,
    boxes(({ fixed, group: own }) => fixed !== 'running' && own !== group),
  );
  fill(
    context,
    palette.accentSoft,
    boxes(({ fixed, group: own }) => fixed !== 'running' && own === group),
  );
  fill(
    context,
    palette.running,
    boxes(({ fixed }) => fixed === 'running'),
  );
  const changeovers = placed.filter(({ bar }) => bar.runStartMs > bar.startMs);
  fill(
    context,
    palette.hatch,
    changeovers.map((each) => changeoverOf(each, view)),
  );
  outline(
    context,
    palette.strong,
    1,
    placed.filter(({ bar, box }) => !bar.late && box.width > 4).map(({ box }) => box),
  );
  outline(context, palette.accent, 1.5, group === undefined ? [] : boxes(({ group: own }) => own === group));
  outline(
    context,
    palette.late,
    2.5,
    boxes(({ late }) => late),
  );
  mark(context, placed, palette);
  write(context, placed, view, look);
  const ringed = attention.focused ?? attention.hovered;
  const ring = placed.find(({ bar }) => bar.id === ringed?.id);
  if (ring) {
    const { x, y, width, height } = ring.box;
    outline(context, palette.accent, 3, [{ x: x - 3, y: y - 3, width: width + 6, height: height + 6 }]);
  }
  return placed.length;
}
