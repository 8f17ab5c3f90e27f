import type { OpenedOvertime } from '../schedule';

/** Price · seconds of the opened intervals, each as a whole. */
export function overtime(opened: readonly OpenedOvertime[], price: number): number {
  return price * opened.reduce((sum, { interval: [start, end] }) => sum + end - start, 0);
}
