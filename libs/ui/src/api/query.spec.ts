import { kpiRoutes, operationRoutes, telemetryRoutes } from '@takt/contracts';
import { NoReplyError, ProblemError, problemOf } from './problem-error';
import { readKey, worthRetry } from './query';

it('keeps replies by resource, so that one event finds all of them', () => {
  expect(readKey(operationRoutes.list, { query: { limit: 5 } })).toEqual([
    '/operations',
    '/operations',
    {},
    { limit: 5 },
  ]);
  expect(readKey(telemetryRoutes.live)[0]).toBe('/live');
  expect(readKey(kpiRoutes.facts, { params: { kpi: 'oee' } }).slice(0, 3)).toEqual([
    '/kpis',
    '/kpis/:kpi/facts',
    { kpi: 'oee' },
  ]);
});
it('asks again when core was away, twice, and not when it refused', () => {
  expect(worthRetry(0, new NoReplyError('cut'))).toBe(true);
  expect(worthRetry(1, new ProblemError(problemOf(503, undefined)))).toBe(true);
  expect(worthRetry(2, new NoReplyError('cut'))).toBe(false);
  expect(worthRetry(0, new ProblemError(problemOf(404, undefined)))).toBe(false);
});
