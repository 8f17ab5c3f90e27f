import * as fc from 'fast-check';
import { addSeqs, giveUpBelow, hasSeq, missingSeqs, shorten, watermarkOf } from './watermark';

describe('commit watermark', () => {
  it('is the highest number up to which nothing is missing', () => {
    const ranges = addSeqs([], [0, 1, 2, 5, 7, 6, 2]);
    expect(ranges).toEqual([
      [0, 2],
      [5, 7],
    ]);
    expect([watermarkOf(ranges), missingSeqs(ranges)]).toEqual([2, 2]);
    const filled = addSeqs(ranges, [4, 3]);
    expect([filled, watermarkOf(filled), missingSeqs(filled)]).toEqual([[[0, 7]], 7, 0]);
  });

  it('is −1 until the first message is there', () => {
    expect([watermarkOf([]), watermarkOf(addSeqs([], [1, 2])), missingSeqs(addSeqs([], [1, 2]))]).toEqual([
      -1, -1, 1,
    ]);
  });

  it('moves on when measurements are given up', () => {
    expect(giveUpBelow(addSeqs([], [1, 2, 5, 9]), 4)).toEqual([
      [0, 5],
      [9, 9],
    ]);
    expect(giveUpBelow([], 4)).toEqual([[0, 4]]);
  });

  it('knows what has been received', () => {
    expect(
      [4, 5, 6, 7, 8].map((seq) =>
        hasSeq(
          [
            [0, 4],
            [6, 7],
          ],
          seq,
        ),
      ),
    ).toEqual([true, false, true, true, false]);
  });

  it('gives old gaps up when there are too many', () => {
    const even = addSeqs([], [0, 2, 4, 6, 8, 10]);
    expect(shorten(even, 6)).toBe(even);
    expect(shorten(even, 4)).toEqual([
      [0, 8],
      [10, 10],
    ]);
  });

  it('is the same in every order and with duplicates', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(20), (seqs, cut) => {
        const ranges = addSeqs(addSeqs([], seqs.slice(cut)), seqs.slice(0, cut));
        expect(ranges).toEqual(addSeqs([], [...seqs, ...seqs].reverse()));
        const known = new Set(seqs);
        let top = -1;
        while (known.has(top + 1)) top += 1;
        expect(watermarkOf(ranges)).toBe(top);
        const highest = Math.max(-1, ...seqs);
        expect(missingSeqs(ranges)).toBe(highest + 1 - known.size);
      }),
    );
  });
});
