import type { Hold } from '@takt/contracts';
import type { Format } from '@takt/ui';

/** Why something is on hold, in the reader's words where they are known. */
export function holdReason({ reason, wording }: Hold, { name }: Pick<Format, 'name'>): string {
  return wording ? name(wording) : reason;
}
