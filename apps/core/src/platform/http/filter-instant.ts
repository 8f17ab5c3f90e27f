import { Instant, type Form } from '@takt/contracts';
import { misfitProblem } from '../errors';

type Values = readonly string[] | undefined;

const misfit = (field: string, words: Form, values: readonly string[]) =>
  misfitProblem(`query.filter.${field}`, words, values.join('|'));

/**
 * The instant that a list is filtered by, as in `filter=from:2026-01-05T06:00:00Z`.
 * @param field name of the filter
 * @param values as the contract delivers them
 * @throws {ProblemException} request.invalid when it is no instant of these times, or several
 */
export function filterInstant(field: string, values: Values): Date | undefined {
  const [text, ...others] = values ?? [];
  if (text === undefined) return undefined;
  if (others.length > 0) throw misfit(field, 'one instant, not several', [text, ...others]);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text) && Instant.safeParse(new Date(text).toJSON()).success)
    return new Date(text);
  throw misfit(field, 'an instant such as 2026-01-05T06:00:00Z', [text]);
}

/**
 * The window that a list is filtered by, each end where it is told.
 * @throws {ProblemException} request.invalid when an end is no instant, or it ends before it begins
 */
export function filterWindow(asked: { readonly from?: Values; readonly to?: Values }): {
  from: Date | undefined;
  to: Date | undefined;
} {
  const [from, to] = [filterInstant('from', asked.from), filterInstant('to', asked.to)];
  if (from && to && to < from) throw misfit('to', 'an instant not before from', asked.to ?? []);
  return { from, to };
}
