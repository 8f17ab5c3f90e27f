import type { Operation } from '@takt/contracts';
import { shiftProgress } from './shift-progress';

const shift = { startAt: '2026-03-11T06:00:00Z', endAt: '2026-03-11T14:00:00Z' };
const operation = (start: string, end: string, qtyGood: string, change: Partial<Operation> = {}) =>
  ({
    status: 'running',
    qtyTarget: '100',
    qtyGood,
    plannedStartAt: `2026-03-11T${start}:00Z`,
    plannedEndAt: `2026-03-11T${end}:00Z`,
    ...change,
  }) as Operation;
const at = (time: string, ...operations: Operation[]) =>
  shiftProgress(operations, shift, Date.parse(`2026-03-11T${time}:00Z`));

it('counts what the plan ends in the shift, and how much of it is asked for by now', () => {
  const plan = [
    operation('06:00', '07:00', '100'),
    operation('07:00', '09:00', '20'),
    operation('09:00', '10:00', '0'),
  ];
  expect(at('08:00', ...plan)).toEqual({ target: 300, made: 120, byNow: 150 });
});
it('does not count too much of one for too little of another', () => {
  expect(at('08:00', operation('06:00', '07:00', '140'), operation('06:00', '07:00', '0')).made).toBe(100);
});
it('leaves out what ends in another shift, was cancelled, or is not planned', () => {
  const others = [
    operation('13:00', '15:00', '5'),
    operation('04:00', '06:00', '5'),
    operation('06:00', '07:00', '5', { status: 'cancelled' }),
    operation('06:00', '07:00', '5', { plannedStartAt: null, plannedEndAt: null }),
  ];
  expect(at('08:00', ...others)).toEqual({ target: 0, made: 0, byNow: 0 });
});
