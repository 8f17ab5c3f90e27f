import { refuse, type Refusal } from '@takt/contracts';
import type { Kpi } from './kpi';

/** The largest target by unit; of others it is a billion. */
const MOST: Readonly<Record<string, number>> = { '%': 100, turns: 1_000, days: 3_650 };
const MOST_OTHER = 1_000_000_000;
/** Of shares whose planned times are no limit. */
const MOST_EXCEEDING = 200;

/**
 * Checks a target: no figure has one below 0, a share none above 100 % unless it may exceed it.
 * @returns `kpi.target` {kpi, value, unit, least, most} · null
 */
export function checkTarget({ definition: { id, unit }, mayExceed }: Kpi, value: number): Refusal | null {
  const most = mayExceed ? MOST_EXCEEDING : (MOST[unit] ?? MOST_OTHER);
  return value >= 0 && value <= most ? null : refuse('kpi.target', { kpi: id, value, unit, least: 0, most });
}
