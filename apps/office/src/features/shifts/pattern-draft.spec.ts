import { blankShift, breaksOf, draftShift, shiftsOf } from './pattern-draft';

const early = {
  ...{ crew: 'early', name: 'Early', weekdays: [1, 2], start: '06:00', end: '14:00' },
  breaks: [{ start: '10:00', end: '10:30' }],
};

it('comes back as it was', () => expect(shiftsOf([draftShift(early, 1)])).toEqual([early]));
it('reads breaks as people type them', () => {
  expect(breaksOf('9:00 – 9:15，12:00-12:30')).toEqual([
    { start: '09:00', end: '09:15' },
    { start: '12:00', end: '12:30' },
  ]);
  expect(breaksOf('')).toEqual([]);
  expect(breaksOf('at noon')).toBeUndefined();
});
it('sends nothing while a shift is not whole', () => {
  expect(shiftsOf([blankShift(1)])).toBeUndefined();
  expect(shiftsOf([{ ...draftShift(early, 1), weekdays: [] }])).toBeUndefined();
});
