import { materialReadyAt } from './material';

const short = (operation: string, qty: number, dueAt: number, item = 'flour') => ({
  operation,
  item,
  qty,
  dueAt,
});

describe('material', () => {
  it('is dealt out to the earliest due first', () => {
    const receipts = [
      { item: 'flour', qty: 10, at: 100 },
      { item: 'flour', qty: 10, at: 200 },
    ];
    const ready = materialReadyAt([short('late', 8, 900), short('soon', 8, 500)], receipts, 0, () => 5000);
    expect([ready.get('soon'), ready.get('late')]).toEqual([100, 200]);
  });
  it('that nobody expects comes after the lead time', () => {
    expect(
      materialReadyAt([short('a', 5, 1)], [{ item: 'flour', qty: 4, at: 10 }], 7, () => 1000).get('a'),
    ).toBe(1007);
  });
  it('an operation waits for the last of its components, and never for the past', () => {
    const receipts = [
      { item: 'flour', qty: 5, at: 10 },
      { item: 'nuts', qty: 5, at: 300 },
    ];
    expect(
      materialReadyAt([short('a', 5, 1), short('a', 5, 1, 'nuts')], receipts, 50, () => 0).get('a'),
    ).toBe(300);
    expect(materialReadyAt([short('b', 5, 1)], receipts, 50, () => 0).get('b')).toBe(50);
  });
});
