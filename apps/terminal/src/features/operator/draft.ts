import type { Entry } from '@takt/ui';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';

/** What was keyed in and not sent: good, scrap, rework or readings of a counter, the reason, the lot. */
export interface Draft {
  readonly entries: Readonly<Partial<Record<'good' | 'scrap' | 'rework' | 'from' | 'to', Entry>>>;
  readonly reason: string | undefined;
  readonly lot: string | undefined;
}

let kept: { readonly of: string; readonly draft: Draft } | undefined;

/** Keeps what was keyed in while somebody says who they are. */
export function keepDraft(of: string, draft: Draft): void {
  kept = { of, draft };
}

/**
 * What was keyed in at this address before somebody said who they are; once, so that nobody sends what another has left behind.
 * @returns the address to keep a draft for, and what was keyed in there
 */
export function useDraft(): { readonly here: string; readonly before: Draft | undefined } {
  const { pathname, search } = useLocation();
  const here = pathname + search;
  const [before] = useState(() => (kept?.of === here ? kept.draft : undefined));
  useEffect(() => {
    kept = undefined;
  }, []);
  return { here, before };
}
