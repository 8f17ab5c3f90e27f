import type { z } from 'zod';
import { issueIn, type Fault, type Language } from '@takt/contracts';
import { isSecret, redact } from './redact';

const VALUE_MAX = 200;

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path)
    value =
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  return value;
}

function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(redact(value));
  return text?.slice(0, VALUE_MAX);
}

/**
 * The faults that a schema found in one part of a request, with path and value; secrets are not repeated.
 * @param place where the part stands: `body`
 */
export function faultsOf(error: z.ZodError, root: unknown, place: string, language: Language): Fault[] {
  return error.issues.map((issue) => {
    const value = issue.path.some(isSecret) ? undefined : textOf(valueAt(root, issue.path));
    const path = [place, ...issue.path.map(String)].join('.');
    return {
      path,
      code: issue.code ?? 'custom',
      message: issueIn(issue, valueAt(root, issue.path), language),
      ...(value === undefined ? {} : { value }),
    };
  });
}
