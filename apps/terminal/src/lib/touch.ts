interface Touch {
  readonly atMs: number;
  readonly x: number;
  readonly y: number;
}

const never: Touch = { atMs: Number.NEGATIVE_INFINITY, x: 0, y: 0 };
let touched = never;
let acted = never;

/** A second tap in the same place within this time belongs to the first one, in real ms. */
const DOUBLE_TAP_MS = 700;
/** The same place: what one glove covers, in px. */
const SAME_PLACE_PX = 120;

const near = (a: Touch, b: Touch): boolean => Math.hypot(a.x - b.x, a.y - b.y) < SAME_PLACE_PX;

/** Notes when and where the screen is touched, a key pressed or a code scanned. */
export function watchTouches(): void {
  const at = (x: number, y: number) => {
    touched = { atMs: performance.now(), x, y };
    // Who has touched another place meanwhile comes back on purpose, however quickly.
    if (!near(touched, acted)) acted = never;
  };
  addEventListener('pointerdown', ({ clientX, clientY }) => at(clientX, clientY), { capture: true });
  addEventListener('keydown', () => at(touched.x, touched.y), { capture: true });
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
    const now = performance.now();
    if (near(touched, acted) && now - acted.atMs < DOUBLE_TAP_MS) return;
    acted = { atMs: now, x: touched.x, y: touched.y };
    act();
  };
}
