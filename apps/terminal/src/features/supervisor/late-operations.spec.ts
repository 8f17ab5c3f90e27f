import type { Operation } from '@takt/contracts';
import { lateOperations } from './late-operations';

const nowMs = Date.parse('2026-03-11T08:00:00Z');
const operation = (id: string, change: Partial<Operation> = {}) =>
  ({
    id,
    workOrder: id.split('.')[0],
    no: Number(id.split('.')[1]),
    status: 'ready',
    plannedEndAt: '2026-03-11T10:00:00Z',
    predictedEndAt: null,
    dueAt: '2026-03-11T11:00:00Z',
    ...change,
  }) as Operation;
const told = (...operations: Operation[]) =>
  lateOperations(operations, nowMs).map(({ operation: { id }, lateSec }) => `${id} ${lateSec}`);

it('finds nothing in what will be done in time', () => expect(told(operation('A.10'))).toEqual([]));
it('puts the latest first', () => {
  const bit = operation('A.10', { plannedEndAt: '2026-03-11T11:01:00Z' });
  const much = operation('B.10', { plannedEndAt: '2026-03-11T12:00:00Z' });
  expect(told(bit, much)).toEqual(['B.10 3600', 'A.10 60']);
});
it('believes the prediction of what runs, and that nothing open has ended', () => {
  const runs = operation('A.10', { status: 'running', predictedEndAt: '2026-03-11T11:02:00Z' });
  const over = operation('B.10', { plannedEndAt: '2026-03-11T07:00:00Z', dueAt: '2026-03-11T07:30:00Z' });
  expect(told(runs, over)).toEqual(['B.10 1800', 'A.10 120']);
});
it('names the first late operation of a work order', () => {
  const late = { plannedEndAt: '2026-03-11T12:00:00Z' };
  expect(told(operation('A.20', late), operation('A.10', late))).toEqual(['A.10 3600']);
});
it('counts what no plan could place from its due date', () => {
  expect(told(operation('A.10', { plannedEndAt: null, dueAt: '2026-03-11T07:59:00Z' }))).toEqual(['A.10 60']);
  expect(told(operation('A.10', { plannedEndAt: null }))).toEqual([]);
});
