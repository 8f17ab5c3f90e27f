import { arrivedItems } from './arrival';

describe('items of which stock has come in', () => {
  it('are named once, in their order; what only left is not', () => {
    const moved = (item: string, qty: string) => ({ item, qty });
    expect(
      arrivedItems([
        moved('b', '0.001'),
        moved('a', '-3'),
        moved('c', '2'),
        moved('b', '5'),
        moved('d', '0'),
      ]),
    ).toEqual(['b', 'c']);
  });
});
