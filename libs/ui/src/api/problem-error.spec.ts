import { faultAt, otherFaults, problemOf } from './problem-error';

const fault = (path: string) => ({ path, code: 'too_small', message: `wrong: ${path}` });

it('takes the problem of core as it is', () => {
  const problem = {
    type: 'x',
    title: 'Not possible',
    status: 409,
    detail: 'It is done.',
    hint: 'Maybe look again.',
    code: 'operation.illegal-step',
    facts: { operation: 'WO-1.10' },
    faults: [fault('qty')],
    traceId: 'abc',
  };
  expect(problemOf(409, problem)).toEqual(problem);
});
it.each([
  [502, 'service.unavailable'],
  [500, 'request.failed'],
])('makes a problem of a page that a proxy sent with %d', (status, code) =>
  expect(problemOf(status, '<html>')).toMatchObject({ status, code, detail: `HTTP ${status}` }),
);
it.each(['lines.0.qty', '$.lines[0].qty', '/lines/0/qty', 'body.lines.0.qty', 'lines[0].qty'])(
  'finds the fault at %s',
  (path) => expect(faultAt([fault(path)], 'lines.0.qty')).toBe(`wrong: ${path}`),
);
it('does not take a fault for a neighbour', () =>
  expect(faultAt([fault('qtyScrap')], 'qty')).toBeUndefined());
it('keeps the faults that no field shows', () =>
  expect(otherFaults([fault('qty'), fault('$.role')], ['qty']).map(({ path }) => path)).toEqual(['$.role']));
