import type { ShiftInstance } from '@takt/contracts';
import { shiftAt } from './shift-at';

const shift = (crew: string, startAt: string, endAt: string) => ({ crew, startAt, endAt }) as ShiftInstance;
const day = [
  shift('early', '2026-03-11T05:00:00Z', '2026-03-11T13:00:00Z'),
  shift('late', '2026-03-11T13:00:00Z', '2026-03-11T21:00:00Z'),
];
const at = (time: string) => shiftAt(day, Date.parse(`2026-03-11T${time}Z`))?.crew;

it('belongs to the later shift on the boundary', () => expect(at('13:00:00')).toBe('late'));
it('is none outside all shifts', () => expect(at('22:00:00')).toBeUndefined());
it('is the one that began last where two overlap', () => {
  const extra = shift('extra', '2026-03-11T12:00:00Z', '2026-03-11T14:00:00Z');
  expect(shiftAt([extra, ...day], Date.parse('2026-03-11T12:30:00Z'))?.crew).toBe('extra');
});
