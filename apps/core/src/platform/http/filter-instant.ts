import { misfitProblem } from '../errors';

/**
 * The instant that a list is filtered by, as in `filter=from:2026-01-05T06:00:00Z`.
 * @param field name of the filter
 * @param values as the contract delivers them; the first counts
 * @throws {ProblemException} request.invalid when it is no instant
 */
export function filterInstant(field: string, values: readonly string[] | undefined): Date | undefined {
  const text = values?.[0];
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (!Number.isNaN(at.getTime()) && /^\d{4}-\d{2}-\d{2}T/.test(text)) return at;
  throw misfitProblem(`query.filter.${field}`, 'an instant such as 2026-01-05T06:00:00Z', text);
}
