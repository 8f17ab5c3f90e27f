import type { Place } from '../format/instant';
import type { Attention, Slide } from './paint-bars';
import type { Moments } from './paint-ground';
import { paintScene, type GanttWords } from './paint-scene';
import { readPalette, type Palette } from './palette';
import { indexPlan, type GanttBar, type GanttPlan, type PlanIndex, type Span } from './plan';
import { SLIDE_MS, slideBetween } from './slide';
import {
  AXIS_PX,
  barAt,
  boundScale,
  boxOf,
  fit,
  LABELS_PX,
  ROW_PX,
  xOf,
  zoom,
  type Box,
  type GanttView,
} from './view';

/** The elements that a Gantt lives in: what scrolls, what it scrolls over, what is painted. */
export interface GanttElements {
  readonly scroller: HTMLElement;
  readonly space: HTMLElement;
  readonly canvas: HTMLCanvasElement;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const EMPTY = indexPlan({ rows: [], bars: [] });

/**
 * The painted part of a Gantt, without React: it paints at most once a frame, only what can be seen, and only after a change.
 * The browser scrolls it like any page.
 */
export class GanttScreen {
  private readonly context: CanvasRenderingContext2D;
  private readonly watch: ResizeObserver;
  private palette: Palette;
  private index: PlanIndex = EMPTY;
  private extent: Span = { startMs: 0, endMs: DAY };
  private moments: Moments = { nowMs: 0, frozenUntilMs: 0 };
  private words: GanttWords = { now: '', frozen: '', late: '' };
  private attention: Attention = { hovered: undefined, focused: undefined };
  private view: GanttView = { fromMs: 0, scale: 36_000, top: 0, width: 1, height: 1 };
  private slide: { readonly at: (share: number) => Slide; readonly startedAt: number } | undefined;
  private frame = 0;
  private shown = false;

  /**
   * @param elements where it lives
   * @param place language and time zone
   */
  constructor(
    private readonly elements: GanttElements,
    private readonly place: Place,
  ) {
    this.context = elements.canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
    this.palette = readPalette(elements.scroller, this.context);
    this.watch = new ResizeObserver(() => this.resize());
    this.watch.observe(elements.scroller);
    elements.scroller.addEventListener('scroll', this.scrolled, { passive: true });
    this.resize();
  }

  /** Stops painting. */
  end(): void {
    cancelAnimationFrame(this.frame);
    this.watch.disconnect();
    this.elements.scroller.removeEventListener('scroll', this.scrolled);
  }

  /** Shows a plan; bars that moved slide once from where they were. */
  setPlan(plan: GanttPlan, nowMs: number): void {
    const before = this.index;
    this.index = indexPlan(plan);
    this.moments = { nowMs, frozenUntilMs: plan.frozenUntilMs };
    const span = this.index.span ?? { startMs: nowMs, endMs: nowMs };
    this.extent = {
      startMs: Math.min(span.startMs, nowMs) - DAY / 2,
      endMs: Math.max(span.endMs, nowMs + DAY) + DAY / 2,
    };
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const at = still ? undefined : slideBetween(before, this.index);
    this.slide = at && { at, startedAt: performance.now() };
    const { hovered, focused } = this.attention;
    const renewed = (bar: GanttBar | undefined) => bar && this.index.barOf.get(bar.id);
    this.attention = { hovered: renewed(hovered), focused: renewed(focused) };
    if (this.shown) this.put(this.view);
    else this.goTo(nowMs);
    this.shown = true;
  }

  /** Moves the now-line. */
  setNow(nowMs: number): void {
    this.moments = { ...this.moments, nowMs };
    this.paintSoon();
  }

  /** Takes the words, and reads the colours of the theme again. */
  setLook(words: GanttWords): void {
    this.words = words;
    this.palette = readPalette(this.elements.scroller, this.context);
    this.paintSoon();
  }

  /** Rings a bar. */
  setAttention(change: Partial<Attention>): void {
    this.attention = { ...this.attention, ...change };
    this.paintSoon();
  }

  /** The prepared plan. */
  get plan(): PlanIndex {
    return this.index;
  }

  /** Instant in the middle of the screen, epoch ms. */
  get middleMs(): number {
    return this.view.fromMs + (this.view.width / 2) * this.view.scale;
  }

  /** The bar under a point of the canvas, px from its upper left corner. */
  find(x: number, y: number): GanttBar | undefined {
    if (x < LABELS_PX || y < AXIS_PX) return undefined;
    return barAt(this.index, this.view, x - LABELS_PX, y - AXIS_PX);
  }

  /** Where a bar is on the canvas. */
  boxOf(bar: GanttBar): Box {
    const box = boxOf(bar, this.index.rowOf.get(bar.row) ?? 0, this.view);
    return { ...box, x: box.x + LABELS_PX, y: box.y + AXIS_PX };
  }

  /** Shows more time (factor above 1) or less around a point of the canvas. */
  zoom(factor: number, x = LABELS_PX + this.view.width / 2): void {
    this.put(zoom(this.view, factor, x - LABELS_PX));
  }

  /** Shows the whole plan. */
  fit(): void {
    this.put(fit(this.view, this.index.span ?? this.extent));
  }

  /** Brings an instant near the left edge. */
  goTo(atMs: number): void {
    this.put({ ...this.view, fromMs: atMs - this.view.width * this.view.scale * 0.12 });
  }

  /** Moves by a share of what is seen, to the left below 0. */
  pan(share: number): void {
    this.put({ ...this.view, fromMs: this.view.fromMs + this.view.width * this.view.scale * share });
  }

  /** Scrolls as little as needed to see a bar. */
  reveal(bar: GanttBar): void {
    const { view } = this;
    const row = this.index.rowOf.get(bar.row) ?? 0;
    const left = xOf(bar.startMs, view);
    const right = xOf(bar.endMs, view);
    const fromMs =
      left < 20 || right - left > view.width - 60
        ? bar.startMs - 40 * view.scale
        : right > view.width - 20
          ? bar.endMs - (view.width - 40) * view.scale
          : view.fromMs;
    const above = Math.min(view.top, row * ROW_PX);
    const top = Math.max(above, (row + 1) * ROW_PX - view.height);
    this.put({ ...view, fromMs, top });
  }

  private readonly scrolled = () => {
    const { scrollLeft, scrollTop } = this.elements.scroller;
    this.view = { ...this.view, fromMs: this.extent.startMs + scrollLeft * this.view.scale, top: scrollTop };
    this.paintSoon();
  };

  /** Makes the browser scroll to a view: the view follows from where it could scroll to. */
  private put(wanted: GanttView): void {
    const { scroller, space } = this.elements;
    const scale = boundScale(wanted.scale);
    this.view = { ...wanted, scale };
    space.style.width = `${LABELS_PX + Math.ceil((this.extent.endMs - this.extent.startMs) / scale)}px`;
    space.style.height = `${AXIS_PX + this.index.rows.length * ROW_PX}px`;
    scroller.scrollTo({
      left: (wanted.fromMs - this.extent.startMs) / scale,
      top: wanted.top,
      behavior: 'instant',
    });
    this.scrolled();
  }

  private resize(): void {
    const { scroller, canvas } = this.elements;
    const { clientWidth, clientHeight } = scroller;
    const dots = devicePixelRatio;
    canvas.width = Math.round(clientWidth * dots);
    canvas.height = Math.round(clientHeight * dots);
    canvas.style.width = `${clientWidth}px`;
    canvas.style.height = `${clientHeight}px`;
    this.view = {
      ...this.view,
      width: Math.max(1, clientWidth - LABELS_PX),
      height: Math.max(1, clientHeight - AXIS_PX),
    };
    this.paint();
  }

  private paintSoon(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    const share = this.slide ? Math.min(1, (performance.now() - this.slide.startedAt) / SLIDE_MS) : 1;
    const { index, view, palette, moments, words, place, attention } = this;
    const slide = this.slide?.at(share);
    paintScene(this.context, { index, view, palette, moments, words, place, attention, slide });
    if (share < 1) this.paintSoon();
    else this.slide = undefined;
  }
}
