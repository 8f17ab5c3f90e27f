import { z } from 'zod';
import { ProblemException } from './problem.exception';
import { faultsOf } from './schema-faults';

const shape = z.strictObject({
  qty: z.number().max(10),
  note: z.string().max(3),
  password: z.string().min(8),
  lots: z.array(z.string()).max(1),
});
const fine = { qty: 1, note: '', password: 'long enough', lots: [] };
const told = (change: object) => {
  const body = { ...fine, ...change };
  const error = shape.safeParse(body).error;
  return ProblemException.ofFaults(error ? faultsOf(error, body, 'body', 'en') : []).facts;
};

it('names field, value and limit', () => {
  expect(told({ qty: 9_000_000 })).toEqual({
    first: 'body.qty "9000000": at most 10',
    field: 'body.qty',
    value: '9000000',
  });
});

it('shortens a long value', () => {
  const { first, value } = told({ note: 'x'.repeat(500) });
  expect(value).toBe(`${'x'.repeat(60)}…`);
  expect(first).toBe(`body.note "${'x'.repeat(60)}…": at most 3 characters`);
});

it('repeats no secret, nothing that is missing, and no whole object', () => {
  expect(told({ password: 'short' })).toEqual({
    first: 'body.password: at least 8 characters',
    field: 'body.password',
  });
  expect(told({ qty: undefined })).toEqual({ first: 'body.qty: is missing', field: 'body.qty' });
  expect(told({ role: 'admin' })).toEqual({ first: 'body: unknown: role', field: 'body' });
  expect(told({ lots: ['a', 'b'] })['first']).toBe('body.lots: at most 1 entry');
  const { faults } = ProblemException.ofFaults(
    faultsOf(
      shape.safeParse({ ...fine, role: 1 }).error ?? new z.ZodError([]),
      { ...fine, role: 1 },
      'body',
      'en',
    ),
  );
  expect(faults[0]?.value).toContain('"password":"•"');
});
