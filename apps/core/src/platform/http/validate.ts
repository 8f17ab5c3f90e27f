import type { z } from 'zod';
import type { Fault, InputOf, Route } from '@takt/contracts';
import { ProblemException } from '../errors';

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
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text?.slice(0, VALUE_MAX);
}

/** The faults of one part of a request, with path and value. */
export function faultsOf(error: z.ZodError, root: unknown, place: string): Fault[] {
  return error.issues.map((issue) => {
    const value = textOf(valueAt(root, issue.path));
    const path = [place, ...issue.path.map(String)].join('.');
    return {
      path,
      code: issue.code ?? 'custom',
      message: issue.message,
      ...(value === undefined ? {} : { value }),
    };
  });
}

const DEPTH_MAX = 40;
/** Neither PostgreSQL nor JSON readers elsewhere take these: NUL and halves of characters. */
const isUnstorable = (text: string): boolean => text.includes('\u0000') || /\p{Surrogate}/u.test(text);

/** What no part of any request may hold, whatever its shape allows. Null: nothing is wrong. */
function unstorable(root: unknown, place: string): Fault | null {
  const fault = (path: readonly string[], message: string): Fault => ({
    path: path.join('.'),
    code: 'custom',
    message,
  });
  const left: { value: unknown; path: readonly string[] }[] = [{ value: root, path: [place] }];
  for (let one = left.pop(); one; one = left.pop()) {
    const { value, path } = one;
    if (typeof value === 'string' && isUnstorable(value)) return fault(path, 'NUL or half a character');
    if (typeof value !== 'object' || value === null) continue;
    if (path.length > DEPTH_MAX) return fault([place], `deeper than ${DEPTH_MAX}`);
    for (const [key, inner] of Object.entries(value)) {
      if (isUnstorable(key)) return fault(path, 'a name with NUL or half a character');
      left.push({ value: inner, path: [...path, key] });
    }
  }
  return null;
}

/**
 * Validates a request against its route.
 * @throws {ProblemException} request.invalid with every fault at once
 */
export function validateRequest(
  route: Route,
  request: { params: unknown; query: unknown; body: unknown },
): InputOf<Route> {
  const faults: Fault[] = [];
  const read = (schema: z.ZodType, value: unknown, place: string): unknown => {
    const unfit = unstorable(value, place);
    if (unfit !== null) {
      faults.push(unfit);
      return undefined;
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    faults.push(...faultsOf(parsed.error, value, place));
    return undefined;
  };
  const input = {
    params: read(route.params, request.params, 'path'),
    query: read(route.query, request.query, 'query'),
    body: route.raw === 'file' || route.method === 'GET' ? {} : read(route.body, request.body ?? {}, 'body'),
  };
  const first = faults[0];
  if (first)
    throw new ProblemException('request.invalid', { first: `${first.path}: ${first.message}` }, faults);
  return input;
}
