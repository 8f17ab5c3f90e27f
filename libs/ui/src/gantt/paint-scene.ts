import type { Place } from '../format/instant';
import { paintBars, type Attention, type Slide } from './paint-bars';
import { paintAxis, paintGround, paintLabels, paintNow, type Moments } from './paint-ground';
import type { Palette } from './palette';
import type { PlanIndex } from './plan';
import { ticks } from './ticks';
import { AXIS_PX, LABELS_PX, type Box, type GanttView } from './view';

/** Words on the canvas. */
export interface GanttWords {
  readonly now: string;
  readonly frozen: string;
  readonly late: string;
}

/** All that is painted. */
export interface Scene {
  readonly index: PlanIndex;
  readonly view: GanttView;
  readonly palette: Palette;
  readonly moments: Moments;
  readonly words: GanttWords;
  readonly place: Place;
  readonly attention: Attention;
  readonly slide: Slide | undefined;
}

/** Paints a scene: the plot, the axis above it, the labels beside it, each clipped to its own part of the canvas. */
export function paintScene(context: CanvasRenderingContext2D, scene: Scene): void {
  const { index, view, palette, moments, words, place, attention, slide } = scene;
  const dots = devicePixelRatio;
  const marks = ticks(view.fromMs, view.fromMs + view.width * view.scale, view.scale, place.timeZone);
  const within = (box: Box, paint: () => void) => {
    context.save();
    context.setTransform(dots, 0, 0, dots, box.x * dots, box.y * dots);
    context.beginPath();
    context.rect(0, 0, box.width, box.height);
    context.clip();
    paint();
    context.restore();
  };
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  within({ x: LABELS_PX, y: AXIS_PX, width: view.width, height: view.height }, () => {
    paintGround(context, index, view, { palette, ticks: marks, moments });
    paintBars(context, index, view, { palette, late: words.late, attention, slide });
    paintNow(context, view, palette, moments.nowMs);
  });
  within({ x: LABELS_PX, y: 0, width: view.width, height: AXIS_PX }, () =>
    paintAxis(context, view, { palette, ticks: marks, moments, place, now: words.now, frozen: words.frozen }),
  );
  within({ x: 0, y: AXIS_PX, width: LABELS_PX, height: view.height }, () =>
    paintLabels(context, index, view, { palette, focusedRow: attention.focused?.row }),
  );
}
