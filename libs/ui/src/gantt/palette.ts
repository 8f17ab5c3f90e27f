/** The colours a canvas paints with, read from the theme. */
export interface Palette {
  readonly ground: string;
  readonly surface: string;
  readonly closed: string;
  readonly line: string;
  readonly strong: string;
  readonly text: string;
  readonly soft: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly bar: string;
  readonly running: string;
  readonly onRunning: string;
  readonly late: string;
  readonly font: string;
  readonly hatch: CanvasPattern | string;
}

/** Slanting lines, for changeovers: told from work without colour. */
function hatched(context: CanvasRenderingContext2D, ground: string, line: string): CanvasPattern | string {
  const tile = new OffscreenCanvas(8, 8);
  const brush = tile.getContext('2d');
  if (!brush) return ground;
  brush.fillStyle = ground;
  brush.fillRect(0, 0, 8, 8);
  brush.strokeStyle = line;
  brush.lineWidth = 1.5;
  for (const shift of [-8, 0, 8]) {
    brush.beginPath();
    brush.moveTo(shift, 8);
    brush.lineTo(shift + 8, 0);
    brush.stroke();
  }
  return context.createPattern(tile, 'repeat') ?? ground;
}

/**
 * Reads the palette of the theme that an element stands in.
 * @param element any element of the page
 * @param context what is painted on
 */
export function readPalette(element: Element, context: CanvasRenderingContext2D): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const ground = colour('bg');
  return {
    ground,
    surface: colour('surface'),
    closed: colour('raised'),
    line: colour('line'),
    strong: colour('control'),
    text: colour('text'),
    soft: colour('soft'),
    accent: colour('accent'),
    accentSoft: colour('accent-soft'),
    bar: colour('bar'),
    running: colour('green'),
    onRunning: colour('on-green'),
    late: colour('red-ink'),
    font: style.fontFamily,
    hatch: hatched(context, colour('surface'), colour('control')),
  };
}
