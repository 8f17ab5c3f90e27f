import type { ShiftInstance } from '@takt/contracts';

/**
 * The shift that is on: the one that has begun and has not ended; of several the one that began last.
 * @param shifts shifts of a line
 * @param nowMs factory time, epoch ms
 */
export function shiftAt(shifts: readonly ShiftInstance[], nowMs: number): ShiftInstance | undefined {
  return shifts
    .filter(({ startAt, endAt }) => Date.parse(startAt) <= nowMs && nowMs < Date.parse(endAt))
    .sort((a, b) => Date.parse(b.startAt) - Date.parse(a.startAt))[0];
}
