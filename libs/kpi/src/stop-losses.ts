import type { KpiFact } from '@takt/contracts';

/** What one stop takes from availability. */
export interface StopLoss {
  /** It was no longer than a micro-stop, so that nobody was asked about it. */
  readonly short: boolean;
  /** id of the reason; null: nobody gave one */
  readonly reason: string | null;
  readonly sec: number;
}

/**
 * The stops among the facts of availability, each with all that it takes from it: together they are the downtime that OEE counts. A
 * short stop has no reason, whatever the machine named.
 * @param facts of availability, of the kind `stop`; a stop may be in several of them
 */
export function stopLosses(facts: readonly Pick<KpiFact, 'id' | 'denominator' | 'values'>[]): StopLoss[] {
  const stops = new Map<string, StopLoss>();
  for (const { id, denominator, values } of facts) {
    const stop = typeof values['stop'] === 'string' && values['stop'] !== '' ? values['stop'] : null;
    const named = typeof values['reason'] === 'string' && values['reason'] !== '' ? values['reason'] : null;
    const so = stops.get(stop ?? id);
    stops.set(stop ?? id, {
      short: stop === null,
      reason: stop === null ? null : (so?.reason ?? named),
      sec: (so?.sec ?? 0) + (denominator ?? 0),
    });
  }
  return [...stops.values()];
}
