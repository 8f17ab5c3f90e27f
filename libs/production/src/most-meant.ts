import { QTY_MAX } from '@takt/contracts';
import { MILLION } from './millionths';

const LITTLE = 50;

/**
 * The most that can be meant where so much is expected: twice as much, 50 more for little, never above what a quantity may be. Light enough
 * for screens that ask before they send.
 * @param expected in millionths of the unit
 * @returns in millionths of the unit
 */
export function mostMillionths(expected: number): number {
  return Math.min(QTY_MAX * MILLION, Math.max(2 * expected, expected + LITTLE * MILLION));
}
