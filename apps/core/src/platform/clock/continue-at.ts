/** What an installation remembers of its clock. Epoch ms of factory time. */
export interface KeptTime {
  /** no later than this was recorded, as long as the time was kept; null: it has always had the clock of the machine */
  readonly untilMs: number | null;
  /** when the newest event was recorded; null: none was */
  readonly newestMs: number | null;
}

/** How core is started. */
export interface ClockStart {
  /** factory seconds per real second */
  readonly rate: number;
  /** was a factory time told to begin with? */
  readonly told: boolean;
  /** clock of the machine, epoch ms */
  readonly realMs: number;
}

/**
 * The factory time at which core goes on. A clock never goes back: nothing may be recorded later than now. A factory with a time of its
 * own goes on where it stopped; one that is started with the clock of the machine does so only where it has lived ahead of it.
 * @returns epoch ms; null: at the time told, or at that of the machine
 */
export function continueAt(
  { untilMs, newestMs }: KeptTime,
  { rate, told, realMs }: ClockStart,
): number | null {
  if (untilMs === null) return null;
  const last = Math.max(untilMs, newestMs ?? untilMs);
  return rate === 1 && !told && last <= realMs ? null : last;
}
