import type { OfficeKey } from '../../lib/texts';
import type { Names } from '../../lib/use-names';

/** How core says why a figure was restated, the sentence for it, and whose name stands in it. */
const reasons: readonly (readonly [said: RegExp, key: OfficeKey, book?: keyof Names])[] = [
  [/^(?:late|delayed) messages of (.+)$/, 'restated.messages', 'station'],
  [/^stop (.+) explained$/, 'restated.stop'],
  [/^report (.+) taken back$/, 'restated.report-back'],
  [/^report (.+)$/, 'restated.report'],
  [/^operation (.+) changed$/, 'restated.operation'],
  [/^badge of (.+)$/, 'restated.badge', 'worker'],
  [/^order (.+) changed$/, 'restated.order-changed'],
  [/^order (.+) cancelled$/, 'restated.order-cancelled'],
  [/^promise of order (.+)$/, 'restated.promise'],
  [/^shipment of order (.+)$/, 'restated.shipment'],
  [/^order (.+)$/, 'restated.order'],
  [/^work order (.+)$/, 'restated.work-order'],
  [/^reason (.+) changed$/, 'restated.reason', 'reason'],
  [/^item (.+) changed$/, 'restated.item', 'item'],
  [/^notice (.+)$/, 'restated.notice'],
  [/^plan (.+) published$/, 'restated.plan'],
  [/^exception: (.+)$/, 'restated.exception'],
  [/^[a-z-]+ of (.+)$/, 'restated.movement', 'item'],
];

/** What a reader needs to have a reason written. */
export interface ReasonReader {
  readonly say: (key: OfficeKey, values: { readonly what: string }) => string;
  readonly names: Names;
}

/**
 * Why a figure was restated, in the words of the reader; as core says it where it is none of the known reasons.
 * @param reason as core says it, several with semicolons between them
 * @param reader sentences and names
 */
export function restatedWhy(reason: string, { say, names }: ReasonReader): string {
  const words = reason.split('; ').map((one) => {
    for (const [said, key, book] of reasons) {
      const what = said.exec(one)?.[1];
      if (what !== undefined) return say(key, { what: book ? names[book](what) : what });
    }
    return one;
  });
  return [...new Set(words)].join('; ');
}
