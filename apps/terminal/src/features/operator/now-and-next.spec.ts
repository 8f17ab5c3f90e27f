import type { Operation } from '@takt/contracts';
import { nowAndNext } from './now-and-next';

const operation = (id: string, status: Operation['status'], hour: number | null) =>
  ({ id, status, plannedStartAt: hour === null ? null : `2026-03-11T0${hour}:00:00Z` }) as Operation;
const ids = (...operations: Operation[]) => {
  const { now, next } = nowAndNext(operations);
  return [now?.id, next?.id];
};

it('shows what runs, then what can start first', () =>
  expect(ids(operation('c', 'ready', 3), operation('b', 'ready', 2), operation('a', 'running', 9))).toEqual([
    'a',
    'b',
  ]));
it('keeps paused work before new work', () =>
  expect(ids(operation('b', 'ready', 1), operation('a', 'paused', 5))).toEqual(['a', 'b']));
it('shows what waits last, and what has no time after what has', () =>
  expect(
    ids(operation('a', 'waiting', 1), operation('b', 'ready', null), operation('c', 'ready', 9)),
  ).toEqual(['c', 'b']));
it('does not show what is over', () =>
  expect(ids(operation('a', 'done', 1))).toEqual([undefined, undefined]));
