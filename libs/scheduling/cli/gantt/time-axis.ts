const MINUTE = 60;
const HOUR = 3600;
const DAY = 86400;
const steps = [
  1,
  2,
  5,
  10,
  30,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  28 * DAY,
  91 * DAY,
  364 * DAY,
  3640 * DAY,
];

/** From seconds to pixels. */
export interface TimeAxis {
  from: number;
  to: number;
  /** Pixel of an instant. */
  x(at: number): number;
  /** Instants to be named, each with its name. */
  ticks: { at: number; label: string }[];
}

/**
 * An axis over [from, to) on `width` pixels from `left` on, with a name about every 90 pixels.
 *
 * @param from seconds from now
 * @param to seconds from now, after `from`
 */
export function timeAxis([from, to]: [number, number], left: number, width: number): TimeAxis {
  const wanted = ((to - from) * 90) / width;
  const step = steps.find((candidate) => candidate >= wanted) ?? steps[steps.length - 1];
  const ticks: TimeAxis['ticks'] = [];
  for (let at = Math.ceil(from / step) * step + 0; at <= to; at += step)
    ticks.push({ at, label: instantLabel(at, step) });
  return { from, to, x: (at) => left + ((at - from) / (to - from)) * width, ticks };
}

/** An instant as day, hours, minutes and seconds from now, no finer than `step`: `2d 08:00`, `08:30`, `0:45`. */
export function instantLabel(at: number, step: number): string {
  const sign = at < 0 ? '−' : '';
  const seconds = Math.abs(at);
  const days = Math.floor(seconds / DAY);
  const day = days > 0 ? `${days}d` : '';
  if (step % DAY === 0) return `${sign}${day || '0'}`;
  const clock = `${pad((seconds % DAY) / HOUR)}:${pad((seconds % HOUR) / MINUTE)}`;
  const fine = step % MINUTE === 0 ? clock : `${clock}:${pad(seconds % MINUTE)}`;
  return `${sign}${[day, fine].filter(Boolean).join(' ')}`;
}

function pad(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}
