import { refuse, type Refusal } from '@takt/contracts';
import { currentContext } from '../context';

/**
 * Compares the revision that the caller read (header If-Match) with the current one.
 * @param thing name for the sentence of the refusal
 * @param current revision of the stored thing
 * @returns null when it may be written; else revision.stale or revision.missing
 */
export function requireMatch(thing: string, current: number): Refusal | null {
  const yours = currentContext()?.ifMatch ?? null;
  if (yours === null) return refuse('revision.missing', { thing });
  return yours === String(current) || yours === '*'
    ? null
    : refuse('revision.stale', { thing, yours, current });
}

/** Like {@link requireMatch}, for things that may be new: without a stored thing there is nothing to compare. */
export function ifMatches(
  thing: string,
  stored: { readonly revision: number } | null | undefined,
): Refusal | null {
  return stored ? requireMatch(thing, stored.revision) : null;
}
