import type { KpiFact, LateWork } from '@takt/contracts';
import { missedCauses, plannedCauses, SHORT_STOPS, stopCauses } from './loss-causes';

const told = (causes: ReturnType<typeof stopCauses>) =>
  causes.map(({ key, amount, count }) => [key, amount, count]);

const stopped = (id: string, sec: number, values: Record<string, string | null>) =>
  ({ kind: 'stop', id, denominator: sec, values }) as unknown as KpiFact;

it('adds every stop up to the downtime of OEE: by reason, and all short ones as one cause', () =>
  expect(
    told(
      stopCauses([
        stopped('a', 100, { stop: 's1', reason: 'jam' }),
        stopped('b', 20, { stop: 's1', reason: 'jam' }),
        stopped('c', 200, { stop: 's2', reason: null }),
        stopped('d', 30, { stop: null, reason: null }),
        stopped('e', 15, { stop: null, reason: 'jam' }),
      ]),
    ),
  ).toEqual([
    ['', 200, 1],
    ['jam', 120, 1],
    [SHORT_STOPS, 45, 2],
  ]));

const NOW = Date.parse('2026-03-11T12:00:00Z');
const line = (counts: string, values: Record<string, string | null>) =>
  ({ kind: 'order-line', at: '2026-03-11T08:00:00Z', counts, values }) as unknown as KpiFact;

it('counts how late missed promises were until they left, or until now; nothing is invented', () => {
  const facts = [
    line('hit', { customer: 'acme', station: 'pack', status: 'shipped', shippedAt: '2026-03-11T07:00:00Z' }),
    line('miss', { customer: 'acme', station: 'pack', status: 'shipped', shippedAt: '2026-03-11T09:00:00Z' }),
    line('miss', { customer: 'acme', station: null, status: 'part-shipped', shippedAt: null }),
    line('miss', { customer: 'zeta', station: 'pack', status: 'shipped', shippedAt: '2026-03-11T08:00:00Z' }),
  ];
  expect(told(missedCauses(facts, 'customer', NOW))).toEqual([['acme', 5 * 3600, 2]]);
  expect(told(missedCauses(facts, 'station', NOW))).toEqual([
    ['', 4 * 3600, 1],
    ['pack', 3600, 1],
  ]);
});

it('tells what makes the plan late by what binds it and where', () => {
  const late = (kind: string, subject: string, lateSec: number, station: string | null = null) =>
    ({ binding: { kind, subject }, station, lateSec }) as unknown as LateWork;
  expect(
    told(
      plannedCauses([
        late('station', 'A.10', 60, 'oven'),
        late('station', 'B.10', 30, 'oven'),
        late('skill', 'bake', 50),
        late('ready', 'C.10', 40),
      ]),
    ),
  ).toEqual([
    ['station oven', 90, 2],
    ['skill bake', 50, 1],
    ['ready', 40, 1],
  ]);
});
