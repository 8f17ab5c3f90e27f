/**
 * Relative luminance of a colour.
 * @param hex `#rrggbb`
 * @returns 0 (black) to 1 (white)
 * @see WCAG 2.2, relative luminance
 */
export function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * Contrast of two colours.
 * @param a `#rrggbb`
 * @param b `#rrggbb`
 * @returns 1 (same) to 21 (black on white)
 * @see WCAG 2.2, contrast ratio
 */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
