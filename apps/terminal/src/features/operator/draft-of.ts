import type { Entry } from '@takt/ui';
import type { ReportBody } from '../../lib/outbox/entry';

/** What was keyed in and not taken: good, scrap, rework or readings of a counter, the reason, the lot. */
export interface Draft {
  readonly entries: Readonly<Partial<Record<'good' | 'scrap' | 'rework' | 'from' | 'to', Entry>>>;
  readonly reason: string | undefined;
  readonly lot: string | undefined;
}

const keyed = (value: string | number | undefined): Entry => ({
  text: value === undefined ? '' : String(value),
  fresh: true,
});

/** A report as it was keyed in: nothing is suggested in its place. */
export function draftOf({ good, scrap, rework, reading, scrapReason, lot }: ReportBody): Draft {
  const counter = reading && { from: keyed(reading.from), to: keyed(reading.to) };
  return {
    entries: { good: keyed(good), scrap: keyed(scrap), rework: keyed(rework), ...counter },
    reason: scrapReason,
    lot,
  };
}
