import { draftOf } from './draft-of';

it('is all that was keyed of a report', () =>
  expect(
    draftOf({
      ...{ commandId: 'c1', operation: 'WO-1.10', type: 'quantity', station: 'oven-1', workers: ['w-1'] },
      ...{ at: '2026-03-02T08:00:00.000Z', good: '2', scrap: '1', scrapReason: 'dent', lot: 'nope-1' },
    }),
  ).toEqual({
    entries: {
      good: { text: '2', fresh: true },
      scrap: { text: '1', fresh: true },
      rework: { text: '', fresh: true },
    },
    reason: 'dent',
    lot: 'nope-1',
  }));
