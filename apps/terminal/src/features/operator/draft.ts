import type { Entry } from '@takt/ui';

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

/** What was kept for this address; once, so that nobody sends what another has left behind. */
export function draftOf(of: string): Draft | undefined {
  return kept?.of === of ? kept.draft : undefined;
}

/** It is back on the screen, or nobody wants it. */
export function endDraft(): void {
  kept = undefined;
}
