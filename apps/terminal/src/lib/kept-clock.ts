import type { FactoryClock } from '@takt/ui';

/** A reading of the factory clock as a device keeps it. */
export interface KeptReading {
  /** factory time, epoch ms */
  readonly factoryMs: number;
  readonly rate: number;
  /** real time by the clock of the device, epoch ms */
  readonly realMs: number;
}

/**
 * Factory time from a reading that was kept: a terminal that opens without the server goes on from it.
 * @param kept the reading; whatever was kept under its name
 * @param realMs real time now by the clock of the device, epoch ms
 * @returns undefined: nothing usable was kept. A clock that was set back stands still until the server is heard.
 */
export function carriedOn(
  kept: Partial<KeptReading> | null,
  realMs: number,
): { readonly now: string; readonly rate: number } | undefined {
  const { factoryMs, rate, realMs: since } = kept ?? {};
  if (!Number.isFinite(factoryMs) || !Number.isFinite(since) || !(Number(rate) > 0)) return undefined;
  const passed = Math.max(0, realMs - Number(since));
  const now = new Date(Number(factoryMs) + passed * Number(rate));
  return Number.isNaN(now.getTime()) ? undefined : { now: now.toISOString(), rate: Number(rate) };
}

const KEY = 'takt.clock';
const KEEP_EVERY_MS = 5000;

/** Lets the factory clock go on over a reload, also while the server is away. */
export function keepClock(clock: FactoryClock, isHeard: () => boolean): void {
  try {
    const reading = carriedOn(JSON.parse(localStorage.getItem(KEY) ?? 'null') as KeptReading, Date.now());
    if (reading) clock.set(reading);
  } catch {
    // nothing readable was kept: the clock of the device stands in
  }
  setInterval(() => {
    if (!isHeard()) return;
    const kept: KeptReading = { factoryMs: clock.now(), rate: clock.rate, realMs: Date.now() };
    localStorage.setItem(KEY, JSON.stringify(kept));
  }, KEEP_EVERY_MS);
}
