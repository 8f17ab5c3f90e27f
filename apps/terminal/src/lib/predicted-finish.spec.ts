import type { Operation } from '@takt/contracts';
import { predictedFinish } from './predicted-finish';

const nowMs = Date.parse('2026-03-11T08:00:00Z');
const operation = (change: Partial<Operation>) =>
  ({
    status: 'running',
    qtyTarget: '10',
    qtyGood: '4',
    runSecPerUnit: 60,
    predictedEndAt: null,
    plannedEndAt: '2026-03-11T08:30:00Z',
    ...change,
  }) as Operation;
const told = (change: Partial<Operation>) => {
  const finish = predictedFinish(operation(change), nowMs);
  return finish && [new Date(finish.atMs).toISOString().slice(11, 16), finish.from];
};

it('takes what core predicts', () =>
  expect(told({ predictedEndAt: '2026-03-11T08:20:00Z' })).toEqual(['08:20', 'core']));
it('reckons anew when the prediction has passed', () =>
  expect(told({ predictedEndAt: '2026-03-11T07:59:00Z' })).toEqual(['08:06', 'pace']));
it('reckons where core has not predicted', () => expect(told({})).toEqual(['08:06', 'pace']));
it('knows only the plan before the start', () =>
  expect(told({ status: 'ready' })).toEqual(['08:30', 'plan']));
it('tells of work that stands still that it should have been done', () =>
  expect(told({ status: 'paused', plannedEndAt: '2026-03-11T07:50:00Z' })).toEqual(['07:50', 'passed']));
it('knows nothing of what is not planned', () =>
  expect(told({ status: 'ready', plannedEndAt: null })).toBeUndefined());
