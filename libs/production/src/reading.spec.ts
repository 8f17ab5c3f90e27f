import { lastReading, type ReadReport } from './last-reading';
import { checkReading } from './reading';

const report = (change: Partial<ReadReport>): ReadReport => ({
  ...{ type: 'quantity', station: 'press', good: '5', scrap: '0', rework: '0', reading: null },
  ...change,
});
const read = (from: number, to = from) => ({ from, to });

describe('where a counter stood last', () => {
  const start = report({ type: 'start', good: '0', reading: read(100) });
  it('is told by the start, and by every report of pieces after it', () => {
    expect(lastReading([], 'press')).toBeNull();
    expect(lastReading([start], 'press')).toBe(100);
    expect(lastReading([start, report({ reading: read(100, 105) })], 'press')).toBe(105);
  });
  it('is not told by a pause, nor at another station', () => {
    const pause = report({ type: 'pause', good: '0' });
    expect(lastReading([start, pause, report({ station: 'other', reading: read(7, 12) })], 'press')).toBe(
      100,
    );
  });
  it('is not known after pieces that were keyed in: it may have been set back', () => {
    expect(lastReading([start, report({})], 'press')).toBeNull();
  });
});

describe('a reading', () => {
  it('holds when what it counted was reported', () => {
    expect(checkReading(read(100, 112), ['10', '2', '0'], 100)).toBeNull();
    expect(checkReading(read(100), [], null)).toBeNull();
    expect(checkReading(read(104, 105), ['1'], 100)).toBeNull();
  });
  it.each([
    ['going back within the report', read(100, 99), ['0'], 100],
    ['rolled over since the report before', read(3, 8), ['5'], 99_998],
  ])('is refused when it is %s', (_, reading, made, last) =>
    expect(checkReading(reading, made, last)).toMatchObject({ code: 'report.reading-back' }),
  );
  it('is refused when other pieces were reported than it counted', () =>
    expect(checkReading(read(100, 112), ['10'], 100)).toMatchObject({
      code: 'report.reading-sum',
      facts: { counted: 12, reported: '10', from: 100, to: 112 },
    }));
});
