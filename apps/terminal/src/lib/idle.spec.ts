import { isIdle } from './idle';

const MINUTE = 60_000;

it.each([
  ['nobody has touched it for as long as that', 15, 15 * MINUTE, true],
  ['somebody was there a moment before', 15, 15 * MINUTE - 1, false],
  ['it never rests', 0, 24 * 60 * MINUTE, false],
])('%s', (_, idleMin, sinceMs, idle) => expect(isIdle(idleMin, sinceMs)).toBe(idle));
