import { matrixOf, secondsOf, withFamily, withMinutes, withoutFamily } from './matrix';

const oven = matrixOf(
  ['plain', 'nuts'],
  [
    [0, 600],
    [1200, 90],
  ],
);

it('shows minutes and sends seconds', () => {
  expect(oven.minutes).toEqual([
    ['0', '10'],
    ['20', '1.5'],
  ]);
  expect(secondsOf(oven)).toEqual([
    [0, 600],
    [1200, 90],
  ]);
});
it('adds a family with a row and a column, once', () => {
  const more = withFamily(oven, 'gluten-free');
  expect(more.minutes).toEqual([
    ['0', '10', '0'],
    ['20', '1.5', '0'],
    ['0', '0', '0'],
  ]);
  expect(withFamily(more, 'nuts')).toEqual(more);
});
it('takes a family out', () =>
  expect(withoutFamily(oven, 'plain')).toEqual({ families: ['nuts'], minutes: [['1.5']] }));
it('puts one time; an empty one is none', () =>
  expect(secondsOf(withMinutes(oven, 0, 1, ''))).toEqual([
    [0, 0],
    [1200, 90],
  ]));
