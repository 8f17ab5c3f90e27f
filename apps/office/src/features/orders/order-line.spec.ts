import { filterOf, isOpen, latenessSec, promiseOf } from './order-line';

const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`;
const line = { committedAt: at(8), latestCommittedAt: null, forecastAt: at(9), shippedAt: null };

it('asks core for open lines of one customer', () => {
  expect(filterOf('open', 'acme')).toBe('status:open|in-production|ready|part-shipped,customer:acme');
  expect(filterOf('all', '')).toBe('');
});
it('measures against the promise as it was moved', () => {
  expect(latenessSec(line)).toBe(3600);
  expect(latenessSec({ ...line, latestCommittedAt: at(10) })).toBe(-3600);
  expect(promiseOf({ ...line, latestCommittedAt: at(10) })).toBe(at(10));
});
it('measures what was shipped by when it left', () =>
  expect(latenessSec({ ...line, shippedAt: at(7) })).toBe(-3600));
it('says nothing without promise or forecast', () => {
  expect(latenessSec({ ...line, forecastAt: null })).toBeUndefined();
  expect(latenessSec({ ...line, committedAt: null })).toBeUndefined();
});
it('leaves closed lines alone', () => {
  expect(isOpen({ status: 'part-shipped' })).toBe(true);
  expect(isOpen({ status: 'shipped' })).toBe(false);
  expect(isOpen({ status: 'cancelled' })).toBe(false);
});
