import { isDeepStrictEqual } from 'node:util';
import { refusedOf, type Accepted, type Refused } from './message-decoder';
import { keyOf, type StoredMessage } from './message.repository';

/** Messages of a batch, told apart. */
export interface SortedOut {
  readonly kept: readonly Accepted[];
  readonly duplicates: number;
  readonly refused: readonly Refused[];
}

/** Do two payloads say the same? White space and the order of fields do not count. */
export function sameContent(a: string, b: string): boolean {
  if (a === b) return true;
  try {
    return isDeepStrictEqual(JSON.parse(a), JSON.parse(b));
  } catch {
    return false; // nested deeper than can be compared
  }
}

/** A message whose key was there before with other content: the first wins. */
export const differing = (message: Accepted): Refused =>
  refusedOf(
    message,
    'different-payload',
    `boot ${message.boot}, seq ${message.seq} was stored before with other content`,
  );

/**
 * Tells the messages of a batch apart: those that were stored, those that were there before, and those whose key was
 * there before with other content.
 * @param batch id of the batch
 * @param stored what is stored under the keys now
 */
export function sortOut(
  accepted: readonly Accepted[],
  batch: string,
  stored: readonly StoredMessage[],
): SortedOut {
  const byKey = new Map<string, StoredMessage[]>();
  for (const row of stored) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  const taken = new Set<StoredMessage>();
  const [kept, refused]: [Accepted[], Refused[]] = [[], []];
  let duplicates = 0;
  for (const message of accepted) {
    const rows = byKey.get(keyOf(message)) ?? [];
    const own = rows.find((row) => row.batch === batch && row.payload === message.text && !taken.has(row));
    if (own) {
      taken.add(own);
      kept.push(message);
    } else if (rows.some((row) => sameContent(row.payload, message.text))) duplicates += 1;
    else refused.push(differing(message));
  }
  return { kept, duplicates, refused };
}
