import { refuse, type Refusal } from '@takt/contracts';
import type { Span } from './shift.repository';

const DAY_MS = 86_400_000;

/** A window as a request names it. */
export interface Window {
  readonly from: string;
  readonly to: string;
  readonly line?: string | undefined;
}

/**
 * Reads a window.
 * @param days longest window
 * @param list what is listed
 * @returns shift.window or attendance.window when it ends before it begins, or is too long
 */
export function spanOf({ from, to }: Window, days: number, list: 'shift' | 'attendance'): Span | Refusal {
  const span = { from: new Date(from), to: new Date(to) };
  const length = span.to.getTime() - span.from.getTime();
  return length > 0 && length <= days * DAY_MS
    ? span
    : refuse(`${list}.window`, { from, to, limit: `${days} d` });
}
