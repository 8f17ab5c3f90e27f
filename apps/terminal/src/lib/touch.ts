let touchedAtMs = Number.NEGATIVE_INFINITY;
let actedAtMs = Number.NEGATIVE_INFINITY;

/** A second tap within this time belongs to the first one, in real ms. */
const DOUBLE_TAP_MS = 700;

/** Notes when the screen is touched, a key pressed or a code scanned. */
export function watchTouches(): void {
  const touched = () => {
    touchedAtMs = performance.now();
  };
  addEventListener('pointerdown', touched, { capture: true });
  addEventListener('keydown', touched, { capture: true });
}

/** Real ms since somebody touched the screen. */
export function sinceTouchMs(): number {
  return performance.now() - touchedAtMs;
}

/**
 * Makes a double tap one: the button under the finger may already mean something else.
 * @param act what a tap does
 */
export function once(act: () => void): () => void {
  return () => {
    const now = performance.now();
    if (now - actedAtMs < DOUBLE_TAP_MS) return;
    actedAtMs = now;
    act();
  };
}
