import { Draw } from './draw';

const many = (draw: () => number, count = 20_000) => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a stream of random numbers', () => {
  it('is the same for the same seed and name, and another for any other', () => {
    const first = many(() => 0, 0);
    for (const name of ['a', 'a', 'b']) first.push(new Draw(1, name).share());
    first.push(new Draw(2, 'a').share());
    expect(first[0]).toBe(first[1]);
    expect(new Set(first).size).toBe(3);
  });

  it('is spread evenly', () => {
    const draw = new Draw(7, 'even');
    const buckets = new Array<number>(10).fill(0);
    for (const value of many(() => draw.share())) buckets[Math.floor(value * 10)]! += 1;
    for (const count of buckets) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });

  it('has the means it is asked for', () => {
    const draw = new Draw(7, 'means');
    expect(mean(many(() => draw.exponential(5)))).toBeCloseTo(5, 0);
    expect(mean(many(() => draw.normal()))).toBeCloseTo(0, 1);
    expect(mean(many(() => draw.lognormal(10, 0.5)))).toBeCloseTo(10 * Math.exp(0.125), 0);
    expect(mean(many(() => draw.whole(1, 3)))).toBeCloseTo(2, 1);
    expect(mean(many(() => Number(draw.chance(0.3))))).toBeCloseTo(0.3, 1);
    expect(
      mean(
        many(() =>
          draw.pick([
            [1, 3],
            [5, 1],
          ]),
        ),
      ),
    ).toBeCloseTo(2, 1);
  });
});
