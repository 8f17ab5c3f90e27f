import { balances, countDifference } from './handover';

const pieces = { begun: '10', finished: '8', scrap: '1', rework: '1' };

it.each([
  [pieces, true],
  [{ ...pieces, finished: '8.000000' }, true],
  [{ ...pieces, finished: '7' }, false],
  [{ ...pieces, scrap: '0' }, false],
])('two accounts of a shift balance when every figure is the same: %j → %s', (booked, same) => {
  expect(balances(pieces, booked)).toBe(same);
});

it('what was entered and what was counted differ by pieces, or not at all where nothing counts', () => {
  expect(countDifference('98', '100')).toBe('-2');
  expect(countDifference('98', null)).toBeNull();
});
