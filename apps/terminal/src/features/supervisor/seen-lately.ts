import type { Notice } from '@takt/contracts';

/** A change that somebody has acknowledged. */
export interface SeenNotice {
  readonly notice: Notice;
  /** worker or login; null: not known */
  readonly by: string | null;
  readonly at: string;
}

const SHOWN = 20;

/**
 * Changes that were acknowledged last, the newest acknowledgement first: a change may have waited long, so the order in which they were
 * raised is another one.
 * @param notices notices that are not open any more
 */
export function seenLately(notices: readonly Notice[]): readonly SeenNotice[] {
  return notices
    .flatMap((notice): SeenNotice[] => {
      const { acknowledgement } = notice;
      if (acknowledgement === null) return [];
      return [{ notice, by: acknowledgement.worker ?? acknowledgement.user, at: acknowledgement.at }];
    })
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, SHOWN);
}
