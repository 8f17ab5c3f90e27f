/** The quick reading takes exactly the files that the schema takes, and reads the same from them. */
import fc from 'fast-check';
import { kinds, shopProblem } from '../bench/shop/shop-problem';
import { quickReading } from '../src/read/quick-reading';
import { problemSchema } from '../src/read/schema';
import { tinyProblem } from './tiny-problem';

function expectSameReading(file: unknown): void {
  const shape = problemSchema.safeParse(file);
  expect(quickReading(file)).toEqual(shape.success ? shape.data : undefined);
}

const spoilers = [
  null,
  undefined,
  true,
  0,
  1,
  -1,
  -(2 ** 30),
  1.5,
  2 ** 30,
  2 ** 30 + 1,
  2 ** 53,
  Infinity,
  NaN,
  '',
  'x',
  'x'.repeat(201),
  [],
  [1],
  [0, 5],
  {},
  { id: 'x' },
  new Map(),
  new Date(0),
];
const names = [
  'extra',
  'id',
  'op',
  'min',
  'max',
  'due',
  'family',
  'weight',
  'pools',
  'after',
  'station',
  'stay',
  'within',
];

/** Every object and list in a file. */
function containers(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(containers)];
}

/** Overwrites, adds or takes away one field or entry somewhere in the file. */
function spoil(file: object, [where, what, name, value]: [number, number, number, unknown]): void {
  const all = containers(file);
  const container = all[where % all.length] as Record<string, unknown>;
  const fields = Object.keys(container);
  const field =
    what % 3 === 0 || fields.length === 0 ? names[name % names.length] : fields[name % fields.length];
  if (what % 3 === 1) delete container[field];
  else container[field] = structuredClone(value);
}

test('files in order, and files with a few things wrong', () => {
  const problem = fc.oneof(
    ...[true, false].map((waiting) => tinyProblem({ operations: 6, horizon: 40, waiting })),
  );
  const change = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.constantFrom<unknown>(...spoilers));
  fc.assert(
    fc.property(problem, fc.array(change, { maxLength: 3 }), (each, changes) => {
      const file = structuredClone(each);
      changes.forEach((one) => spoil(file, one));
      expectSameReading(file);
    }),
    { numRuns: 3000, seed: 1 },
  );
});

test.each(kinds)('a whole shop: %s', (kind) => {
  const file = shopProblem({ kind, seed: 1, operations: 60 });
  expect(quickReading(file)).toBeDefined();
  expectSameReading(file);
});

test('names that every object has', () => {
  const file = (text: string): unknown =>
    JSON.parse(`{"version":1,"horizon":9,"stations":[],"jobs":[],"changeovers":${text}}`);
  expectSameReading(file('{"toString":{"families":["a"],"seconds":[[0]]}}'));
  expectSameReading(file('{"a":{"families":["a"],"seconds":[[0]],"__proto__":{}}}'));
  expect(quickReading(file('{"__proto__":{"families":["a"],"seconds":[[0]]}}'))).toBeUndefined();
  expect(quickReading(file('{"constructor":{"families":["a"],"seconds":[[0]]}}'))).toBeUndefined();
});

test('what is no object at all', () => {
  for (const file of [undefined, null, 0, 'x', [], () => 0, new Map()]) expectSameReading(file);
});
