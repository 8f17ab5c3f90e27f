import type { Step } from './step';

/** A deed as it is kept over a reload. */
export interface KeptDeed {
  /** id of its command */
  readonly id: string;
  readonly step: Step;
  /** when it was done, real time by this device's clock, epoch ms */
  readonly doneMs: number;
}

const KEY = 'takt.terminal.deed';

/**
 * Reads a deed that was kept, while it can be undone.
 * @param text as it was kept
 * @param nowMs real time by this device's clock, epoch ms
 * @param forMs how long a deed can be undone, real ms
 * @returns undefined: none, or its time is over, or the clock was set back since
 */
export function readDeed(text: string | null, nowMs: number, forMs: number): KeptDeed | undefined {
  try {
    const kept = JSON.parse(text ?? 'null') as KeptDeed | null;
    const ageMs = nowMs - Number(kept?.doneMs);
    return kept && ageMs >= 0 && ageMs < forMs ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** The deed that this tab offered to undo before it was loaded anew. */
export function keptDeed(nowMs: number, forMs: number): KeptDeed | undefined {
  return readDeed(sessionStorage.getItem(KEY), nowMs, forMs);
}

/** Keeps what this tab offers to undo over a reload; undefined: nothing. A full disk loses the offer, not the deed. */
export function keepDeed(deed: KeptDeed | undefined): void {
  try {
    if (deed) sessionStorage.setItem(KEY, JSON.stringify(deed));
    else sessionStorage.removeItem(KEY);
  } catch {
    sessionStorage.removeItem(KEY);
  }
}
