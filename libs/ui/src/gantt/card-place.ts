/** Widest card, px, and how far it stays from the edges. */
const WIDEST = 384;
const EDGE = 8;

/**
 * Where the card of a bar begins and how wide it may be, so that it stays within the picture.
 * @param x where the bar begins, px from the left of the picture
 * @param width of the picture, px
 */
export function cardPlace(x: number, width: number): { readonly left: number; readonly maxWidth: number } {
  const maxWidth = Math.max(0, Math.min(WIDEST, width - 2 * EDGE));
  return { left: Math.max(EDGE, Math.min(x, width - maxWidth - EDGE)), maxWidth };
}
