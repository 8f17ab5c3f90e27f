const SHORTEST_MS = 25;
const LONGEST_MS = 1000;
const SHARE = 1 / 8;

/**
 * For how long events are handed out before screens are told of them, and before those who take many get theirs. What is done jointly
 * costs as much for one event as for many, so where they have waited long already a stretch lasts longer.
 * @param waitedMs how long the oldest event has waited, real ms
 * @returns real ms, 25 to 1,000
 */
export function sliceMs(waitedMs: number): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, waitedMs * SHARE));
}
