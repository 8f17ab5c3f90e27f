import { overtime } from './overtime';

test('price times the whole length of each opened interval, used or not', () => {
  const opened = [
    { station: 'oven-1', interval: [100, 160] as [number, number] },
    { station: 'oven-2', interval: [100, 130] as [number, number] },
  ];
  expect(overtime(opened, 3)).toBe(270); // 3 · (60 + 30)
});
