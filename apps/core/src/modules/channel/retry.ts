const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses between attempts: a hiccup costs seconds, a shop that is away for a night loses nothing. */
const PAUSES_MS = [
  2 * SECOND,
  10 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
] as const;

/** Longest pause for the other deliveries of a shop that could not be reached. */
const PAUSE_MAX_MS = 5 * MINUTE;

/**
 * Pause after a failed attempt.
 * @param attempts made so far, ≥ 1
 * @returns real ms; null: given up
 */
export function nextAttemptMs(attempts: number): number | null {
  return PAUSES_MS[Math.max(1, attempts) - 1] ?? null;
}

/**
 * How long the other deliveries of a shop wait that could not be reached: they would only find the same, and keep those of
 * other shops waiting meanwhile.
 * @param attempts made so far of the delivery that failed, ≥ 1
 * @returns real ms
 */
export function pauseMs(attempts: number): number {
  return Math.min(nextAttemptMs(attempts) ?? PAUSE_MAX_MS, PAUSE_MAX_MS);
}
