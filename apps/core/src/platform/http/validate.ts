import { z } from 'zod';
import { formIn, type Fault, type Form, type InputOf, type Language, type Route } from '@takt/contracts';
import { faultsOf, misfit, ProblemException } from '../errors';

const DEPTH_MAX = 40;
/** Neither PostgreSQL nor JSON readers elsewhere take these: NUL and halves of characters. */
const isUnstorable = (text: string): boolean => text.includes('\u0000') || /\p{Surrogate}/u.test(text);

/** What no part of any request may hold, whatever its shape allows. Null: nothing is wrong. */
function unstorable(root: unknown, place: string, language: Language): Fault | null {
  const fault = (path: readonly string[], words: Form): Fault =>
    misfit(path.join('.'), words, { language, facts: { depth: DEPTH_MAX } });
  const left: { value: unknown; path: readonly string[] }[] = [{ value: root, path: [place] }];
  for (let one = left.pop(); one; one = left.pop()) {
    const { value, path } = one;
    if (typeof value === 'string' && isUnstorable(value)) return fault(path, 'NUL or half a character');
    if (typeof value !== 'object' || value === null) continue;
    if (path.length > DEPTH_MAX) return fault([place], 'deeper than {depth}');
    for (const [key, inner] of Object.entries(value)) {
      if (isUnstorable(key)) return fault(path, 'a name with NUL or half a character');
      left.push({ value: inner, path: [...path, key] });
    }
  }
  return null;
}

/** Who uses a name that there is not is told those that there are. */
function withNames(fault: Fault, schema: z.ZodType, language: Language): Fault {
  if (fault.code !== 'unrecognized_keys' || fault.path.includes('.') || !(schema instanceof z.ZodObject))
    return fault;
  const names = Object.keys(schema.shape).join(', ') || '—';
  return {
    ...fault,
    message: `${fault.message}; ${formIn('there are {names}', { names }, language) ?? names}`,
  };
}

/**
 * Validates a request against its route.
 * @throws {ProblemException} request.invalid with every fault at once
 */
export function validateRequest(
  route: Route,
  request: { params: unknown; query: unknown; body: unknown },
  language: Language,
): InputOf<Route> {
  const faults: Fault[] = [];
  const read = (schema: z.ZodType, value: unknown, place: string): unknown => {
    const unfit = unstorable(value, place, language);
    if (unfit !== null) {
      faults.push(unfit);
      return undefined;
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    faults.push(
      ...faultsOf(parsed.error, value, place, language).map((fault) => withNames(fault, schema, language)),
    );
    return undefined;
  };
  const input = {
    params: read(route.params, request.params, 'path'),
    query: read(route.query, request.query, 'query'),
    body: route.raw === 'file' || route.method === 'GET' ? {} : read(route.body, request.body ?? {}, 'body'),
  };
  if (faults.length > 0) throw ProblemException.ofFaults(faults);
  return input;
}
