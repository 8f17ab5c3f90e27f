import type { KpiFact, LateWork } from '@takt/contracts';
import { stopLosses } from '@takt/kpi';
import { rankCauses, type RankedCause } from './pareto';

/** Key of all stops that were too short to be asked about. */
export const SHORT_STOPS = '\u0000short';

const text = (value: string | number | null | undefined): string => (value ?? '') as string;

/**
 * Downtime by reason, in seconds: what the stops among the facts of availability take from it, so that together they are the downtime
 * that OEE counts. Stops that are no longer than a micro-stop are one cause of their own, whatever the machine named.
 * @param facts of availability, of the kind `stop`
 */
export function stopCauses(facts: readonly KpiFact[]): readonly RankedCause[] {
  return rankCauses(
    stopLosses(facts).map(({ short, reason, sec }) => ({
      key: short ? SHORT_STOPS : (reason ?? ''),
      amount: sec,
    })),
  );
}

/** By what missed promises are told apart. */
export const MISSED_BY = ['customer', 'item', 'station'] as const;
/** One of {@link MISSED_BY}. */
export type MissedBy = (typeof MISSED_BY)[number];

/**
 * Missed promises by customer, item or the station that finished them last, each with the seconds by which they were late: until they
 * were shipped, or until now.
 * @param facts of on-time delivery; those that kept the promise are left out
 * @param by what they are told apart by
 * @param now factory time, epoch ms
 */
export function missedCauses(facts: readonly KpiFact[], by: MissedBy, now: number): readonly RankedCause[] {
  return rankCauses(
    facts
      .filter(({ counts }) => counts === 'miss')
      .map(({ at, values }) => {
        const { shippedAt, status } = values;
        const left = status === 'shipped' && typeof shippedAt === 'string' ? Date.parse(shippedAt) : now;
        return { key: text(values[by]), amount: Math.max(0, left - Date.parse(at)) / 1000 };
      }),
  );
}

/** What binds late work, and where: the kind of the link, and the station, skill or line that it names. */
export const lateKey = ({ binding: { kind, subject }, station }: LateWork): string =>
  `${kind} ${station ?? (kind === 'skill' || kind === 'crew' ? subject : '')}`.trim();

/**
 * The lateness of the plan by what binds it, in seconds.
 * @param late what the plan finishes late
 */
export function plannedCauses(late: readonly LateWork[]): readonly RankedCause[] {
  return rankCauses(late.map((work) => ({ key: lateKey(work), amount: work.lateSec })));
}
