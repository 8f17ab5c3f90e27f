interface Touch {
  /** by the clock of the page, real ms */
  readonly atMs: number;
  readonly x: number;
  readonly y: number;
}

const never: Touch = { atMs: Number.NEGATIVE_INFINITY, x: 0, y: 0 };
let touched = never;
let acted = { touch: never, doneMs: Number.NEGATIVE_INFINITY };

/** A second tap in the same place within this time belongs to the first one, in real ms. */
const DOUBLE_TAP_MS = 700;
/** The same place: what one glove covers, in px. */
const SAME_PLACE_PX = 120;

const near = (a: Touch, b: Touch): boolean => Math.hypot(a.x - b.x, a.y - b.y) < SAME_PLACE_PX;

/** Does the last touch belong to the one that has done something, and not to another purpose? */
function isDouble(): boolean {
  const { touch, doneMs } = acted;
  const passedMs = touched === touch ? performance.now() - doneMs : touched.atMs - touch.atMs;
  return near(touched, touch) && passedMs < DOUBLE_TAP_MS;
}

/**
 * Notes when and where the screen is touched, a key pressed or a code scanned. The second tap of a double tap goes nowhere: what
 * lies under the finger by then may be a button of the next view. When the finger came down counts, not when a busy screen hears of it.
 */
export function watchTouches(): void {
  const at = (x: number, y: number, atMs: number) => {
    touched = { atMs, x, y };
    // Who has touched another place meanwhile comes back on purpose, however quickly.
    if (!near(touched, acted.touch)) acted = { touch: never, doneMs: Number.NEGATIVE_INFINITY };
  };
  const capture = { capture: true };
  addEventListener(
    'pointerdown',
    ({ clientX, clientY, timeStamp }) => at(clientX, clientY, timeStamp),
    capture,
  );
  addEventListener('keydown', ({ timeStamp }) => at(touched.x, touched.y, timeStamp), capture);
  addEventListener(
    'click',
    (event) => {
      const byFinger = event.detail > 0;
      if (!byFinger || touched === acted.touch || !isDouble()) return;
      event.stopPropagation();
      event.preventDefault();
    },
    capture,
  );
}

/** Real ms since somebody touched the screen. */
export function sinceTouchMs(): number {
  return performance.now() - touched.atMs;
}

/**
 * Makes a double tap one: the button under the finger may already mean something else. Quick taps in different places are
 * different ones.
 * @param act what a tap does
 */
export function once(act: () => void): () => void {
  return () => {
    if (isDouble()) return;
    acted = { touch: touched, doneMs: performance.now() };
    act();
  };
}
