import { checkClaimedLot, type LotClaim } from './claimed-lot';
import type { LotStock } from './lot';

const DAY = 86_400_000;
const stock = (lot: string, onHand: string, more: Partial<LotStock> = {}): LotStock => ({
  ...{ lot, place: 'raw', onHand, reserved: '0', madeAt: 0, expiresAt: null },
  ...more,
});
const wrong = (change: Partial<LotClaim>) =>
  checkClaimedLot({
    ...{
      lot: 'F1',
      known: { item: 'flour', expiresAt: null },
      operation: 'WO-1.10',
      consumed: ['flour', 'yeast'],
    },
    ...{ lots: [stock('F1', '3'), stock('F2', '5'), stock('Y1', '1', { expiresAt: DAY })], at: 2 * DAY },
    ...change,
  })?.facts ?? null;

it('finds nothing wrong with a lot of what is consumed, of which something is left', () => {
  expect(wrong({})).toBeNull();
  expect(wrong({ lots: [stock('F1', '1', { place: 'quarantine' }), stock('F1', '1')] })).toBeNull();
});

it('names lot, item and the lots that could have been meant', () => {
  expect(wrong({ lot: 'F9', known: null })).toEqual({
    ...{ lot: 'F9', operation: 'WO-1.10', reason: 'unknown', owner: null, item: 'flour, yeast' },
    ...{ expiresAt: null, lots: 'F1, F2' },
  });
});

it.each([
  ['of another item', { known: { item: 'bolt', expiresAt: null } }, 'other-item', 'flour, yeast'],
  ['where nothing is consumed', { consumed: [], lots: [] }, 'nothing-consumed', '–'],
  ['that has expired', { known: { item: 'flour', expiresAt: 2 * DAY } }, 'expired', 'flour'],
  ['that is empty', { lots: [stock('F2', '5')] }, 'empty', 'flour'],
  ['that is below zero', { lots: [stock('F1', '-1')] }, 'empty', 'flour'],
  ['that is blocked', { lots: [stock('F1', '3', { place: 'quarantine' as const })] }, 'blocked', 'flour'],
])('a lot %s', (_, change, reason, item) => expect(wrong(change)).toMatchObject({ lot: 'F1', reason, item }));

it('is fresh until just before it expires', () => {
  expect(wrong({ known: { item: 'flour', expiresAt: 2 * DAY + 1 } })).toBeNull();
});
