import { COUNTER_MODULUS } from '@takt/contracts';
import { PieceCounter } from './counter';

describe('the counter of a station', () => {
  it('adds up', () => {
    const counter = new PieceCounter();
    counter.add(3);
    expect(counter.add(2, 1)).toEqual({ good: 5, scrap: 1 });
  });

  it('rolls over at 2³²', () => {
    const counter = new PieceCounter({ good: COUNTER_MODULUS - 2, scrap: 7 });
    expect(counter.add(5)).toEqual({ good: 3, scrap: 7 });
  });

  it.each([-1, 0.5, NaN])('does not count %s pieces', (pieces) =>
    expect(() => new PieceCounter().add(pieces)).toThrow(RangeError),
  );
});
