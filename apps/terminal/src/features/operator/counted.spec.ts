import { countedBy } from './counted';

const read = (from: string, to: string, scrap = '', rework = '') => ({ from, to, scrap, rework });

it('good is the difference less scrap and rework', () =>
  expect(countedBy(read('100', '140', '2', '3'), 100)).toEqual({
    kind: 'counted',
    good: 35,
    reading: { from: 100, to: 140 },
  }));
it('is not known before both are read', () => {
  expect(countedBy(read('', '140'), undefined).kind).toBe('incomplete');
  expect(countedBy(read('100', ''), 100).kind).toBe('incomplete');
});
it('a counter does not go back, nor roll over', () => {
  expect(countedBy(read('100', '40'), 100)).toEqual({ kind: 'back', before: 100 });
  expect(countedBy(read('0', '40'), 100)).toEqual({ kind: 'back', before: 100 });
});
it('less than was scrapped was not counted', () =>
  expect(countedBy(read('100', '102', '3'), 100)).toEqual({ kind: 'more', count: 2 }));
