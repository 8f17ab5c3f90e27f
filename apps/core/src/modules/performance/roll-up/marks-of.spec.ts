import type { EventPayload } from '@takt/contracts';
import { marksOf } from './marks-of';

const at = '2026-03-02T08:00:00.000Z';
const when = { fromAt: Date.parse(at), toAt: Date.parse(at) };

it('a report changes itself, its operation and its work order, at its own time', () => {
  const payload = {
    report: 'r',
    operation: 'W-1.10',
    workOrder: 'W-1',
    at,
  } as EventPayload<'report.recorded'>;
  expect(marksOf({ name: 'report.recorded', at: '2026-03-02T09:30:00.000Z', payload })).toEqual(
    [
      { kind: 'report', subject: 'r' },
      { kind: 'operation', subject: 'W-1.10' },
      { kind: 'work-order', subject: 'W-1' },
    ].map((mark) => ({ ...mark, ...when, reason: 'report r' })),
  );
});

it('an order whose date moves changes the figures of the old date as well', () => {
  const wasDue = ['2026-03-05T00:00:00.000Z'];
  const payload = { order: 'O-1', wasDue } as EventPayload<'order.changed'>;
  expect(marksOf({ name: 'order.changed', at, payload }).map(({ fromAt }) => fromAt)).toEqual([
    Date.parse(at),
    Date.parse('2026-03-05T00:00:00.000Z'),
  ]);
});

it('what no figure is made of marks nothing', () => {
  const payload = { operation: 'W-1.10', fields: ['status'] } as EventPayload<'operation.changed'>;
  expect(marksOf({ name: 'operation.changed', at, payload })).toEqual([]);
  expect(
    marksOf({
      name: 'plant.changed',
      at,
      payload: { kind: 'station', id: 's' } as EventPayload<'plant.changed'>,
    }),
  ).toEqual([]);
});
