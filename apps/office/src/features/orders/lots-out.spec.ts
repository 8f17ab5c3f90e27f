import { lotsOut } from './lots-out';

const moved = (orderLine: number, lot: string | null, qty: string, day: number) => ({
  ...{ orderLine, lot, qty },
  occurredAt: `2026-03-0${day}T08:00:00.000Z`,
});

it('knows the lots that the customer has, the one that left last first', () =>
  expect(
    lotsOut(1, [
      moved(1, 'L1', '-5', 1),
      moved(1, 'L2', '-3', 2),
      moved(2, 'L9', '-4', 2),
      moved(1, 'L1', '2', 3),
      moved(1, 'L3', '-1.5', 3),
      moved(1, 'L3', '1.5', 4),
    ]),
  ).toEqual([
    { lot: 'L2', qty: 3 },
    { lot: 'L1', qty: 3 },
  ]));
