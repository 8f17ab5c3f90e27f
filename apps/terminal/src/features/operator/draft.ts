import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { canCorrect } from '../../lib/outbox/correction';
import { useEntries } from '../../lib/outbox/entries';
import type { ReportBody } from '../../lib/outbox/entry';
import { draftOf, type Draft } from './draft-of';

let kept: { readonly of: string; readonly draft: Draft } | undefined;

/** Keeps what was keyed in while somebody says who they are. */
export function keepDraft(of: string, draft: Draft): void {
  kept = { of, draft };
}

/** The refused report that the address asks to put right; `over`: it is decided, or not of this device. */
export function useCorrected(): ReportBody | 'over' | undefined {
  const [query] = useSearchParams();
  const entries = useEntries();
  const of = query.get('correct');
  if (of === null) return undefined;
  const entry = entries.find(({ commandId }) => commandId === of);
  return entry?.command.kind === 'report' && canCorrect(entry) ? entry.command.body : 'over';
}

/**
 * What was keyed in at this address before: until somebody said who they are, once, so that nobody sends what another has left behind;
 * or in a report that core refused.
 * @returns the address to keep a draft for, what was keyed in there, the command that is put right, and where to go from here
 */
export function useDraft(station: string) {
  const { pathname, search } = useLocation();
  const [query] = useSearchParams();
  const corrected = useCorrected();
  const here = pathname + search;
  const [before] = useState(() => {
    if (kept?.of === here) return kept.draft;
    return typeof corrected === 'object' ? draftOf(corrected) : undefined;
  });
  useEffect(() => {
    kept = undefined;
  }, []);
  const corrects = query.get('correct') ?? undefined;
  return {
    here,
    before,
    corrects,
    home: corrects === undefined ? `/operator?station=${station}` : '/entries',
  };
}
