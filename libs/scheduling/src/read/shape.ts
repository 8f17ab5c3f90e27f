import type { z } from 'zod';
import { type Fault, pathOf, shown } from './fault';

type Issue = z.core.$ZodIssue;

/** What stands at a path of the file; undefined where the path leaves it. */
function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  let value = file;
  for (const step of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[step];
  return value;
}

function unknownFields(file: unknown, path: readonly PropertyKey[], keys: readonly string[]): Fault[] {
  return keys.map((key) => ({
    code: 'unknown_field',
    path: pathOf([...path, key]),
    value: valueAt(file, [...path, key]),
    message: `unknown field "${key}"`,
    hint: 'Maybe it is misspelt or belongs to a newer version of the format.',
  }));
}

function rangeFault(path: readonly PropertyKey[], value: unknown, issue: Issue): Fault {
  const limit =
    'maximum' in issue
      ? `at most ${issue.maximum}`
      : 'minimum' in issue
        ? `at least ${issue.minimum}`
        : 'valid';
  const what = typeof value === 'string' ? 'characters' : Array.isArray(value) ? 'entries' : '';
  return {
    code: 'out_of_range',
    path: pathOf(path),
    value,
    message: `${shown(value)} must be ${limit} ${what}`.trim(),
    hint: 'Maybe the unit is wrong: times are whole seconds from now, weights whole numbers.',
  };
}

function typeFault(path: readonly PropertyKey[], value: unknown, issue: Issue): Fault {
  const wanted =
    'expected' in issue ? String(issue.expected) : 'values' in issue ? shown(issue.values) : 'another value';
  const missing = value === undefined;
  return {
    code: missing ? 'missing' : 'wrong_type',
    path: pathOf(path),
    value,
    message: missing
      ? `${wanted} is missing`
      : `${shown(value)} is not ${wanted === 'int' ? 'a whole number' : wanted}`,
    hint: missing
      ? 'Maybe the field is misspelt.'
      : 'Maybe it is a text or a fraction where a whole number belongs.',
  };
}

/** A shape error of the schema as faults with path and value. */
export function shapeFaults(file: unknown, issue: Issue): Fault[] {
  if (issue.code === 'unrecognized_keys') return unknownFields(file, issue.path, issue.keys);
  const value = valueAt(file, issue.path);
  const range = issue.code === 'too_big' || issue.code === 'too_small';
  return [range ? rangeFault(issue.path, value, issue) : typeFault(issue.path, value, issue)];
}
