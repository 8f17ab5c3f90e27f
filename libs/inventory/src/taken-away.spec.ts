import type { Place } from '@takt/contracts';
import type { MovementDraft } from './ledger';
import { checkStillThere, takenAway, type UsedSince } from './taken-away';

const line = (qty: string, place: Place, lot: string | null = 'F1'): MovementDraft => ({
  ...{ kind: 'transfer', item: 'flour', lot, place, qty, unit: 'kg', value: qty },
  ...{ occurredAt: 0, cause: {}, reverses: null, corrects: null, note: '' },
});

it('sums what lines take away of a lot at a place', () => {
  const flour = { item: 'flour', lot: 'F1', place: 'raw', unit: 'kg' };
  expect(takenAway([line('-4', 'raw'), line('4', 'quarantine')])).toEqual([{ ...flour, qty: '4' }]);
  expect(takenAway([line('-4', 'raw'), line('1', 'raw'), line('-2', 'raw', null)])).toEqual([
    { ...flour, qty: '3' },
    { ...flour, lot: null, qty: '2' },
  ]);
  expect(takenAway([line('-4', 'raw'), line('4', 'raw')])).toEqual([]);
});

describe('what is taken back', () => {
  const taken = { item: 'flour', lot: 'F1', place: 'raw', unit: 'kg', qty: '10' } as const;
  const used: UsedSince[] = [
    { kind: 'backflush', cause: { workOrder: 'WO-1', operation: 'WO-1.10' } },
    { kind: 'backflush', cause: { workOrder: 'WO-1', operation: 'WO-1.10' } },
    { kind: 'shipment', cause: { order: 'O-7', orderLine: 2 } },
    { kind: 'scrap', cause: {} },
  ];

  it('still lies there', () => expect(checkStillThere('m', taken, '10', used)).toBeNull());

  it('or names what used it', () => {
    expect(checkStillThere('m', taken, '9', used)).toEqual({
      refused: true,
      code: 'movement.used',
      facts: {
        ...{ movement: 'm', item: 'flour', lot: 'F1', unit: 'kg', qty: '10', left: '9' },
        movements: 'backflush WO-1.10, shipment O-7/2, scrap',
      },
    });
  });

  it('up to five of them', () => {
    const many = ['1', '2', '3', '4', '5', '6'].map((no) => ({
      kind: 'issue' as const,
      cause: { workOrder: `WO-${no}` },
    }));
    expect(checkStillThere('m', taken, '0', many)?.facts['movements']).toMatch(
      /^issue WO-1, .*issue WO-5 …$/,
    );
    expect(checkStillThere('m', { ...taken, lot: null }, '0', [])?.facts).toMatchObject({
      lot: '—',
      movements: '—',
    });
  });
});
