import { decideShopOrder, type ShopLine, type StoredShopLine } from './shop-order';

const wanted = (line: number, change: Partial<ShopLine> = {}): ShopLine => ({
  ...{ line, item: 'cake', qty: '5', requestedAt: 1000, note: '' },
  ...change,
});
const stored = (line: number, change: Partial<StoredShopLine> = {}): StoredShopLine => ({
  ...{ order: 'S-1', line, item: 'cake', qty: '5', requestedAt: 1000, note: '', status: 'open' },
  ...{ qtyFromStock: '0', qtyReady: '0', qtyShipped: '0' },
  ...{ committedAt: null, latestCommittedAt: null, forecastAt: null },
  ...change,
});
const nothing = { add: [], change: [], cancel: [] };

describe('an order of a shop in a newer form', () => {
  it('that says the same asks for nothing', () => {
    expect(decideShopOrder([stored(1)], [wanted(1, { qty: '5.000' })])).toEqual(nothing);
  });

  it('adds, changes and cancels lines', () => {
    const now = [stored(1), stored(2), stored(3)];
    expect(decideShopOrder(now, [wanted(1), wanted(2, { qty: '6' }), wanted(4)])).toEqual({
      add: [wanted(4)],
      change: [{ line: 2, edit: { qty: '6' } }],
      cancel: [3],
    });
  });

  it('changes only what differs', () => {
    expect(decideShopOrder([stored(1)], [wanted(1, { requestedAt: 2000, note: 'red' })])).toEqual({
      ...nothing,
      change: [{ line: 1, edit: { requestedAt: 2000, note: 'red' } }],
    });
  });

  it('without a note leaves what somebody wrote', () => {
    expect(decideShopOrder([stored(1, { note: 'call first' })], [wanted(1)])).toEqual(nothing);
  });

  it('without lines cancels what is still open', () => {
    const now = [
      stored(1, { status: 'shipped' }),
      stored(2, { status: 'part-shipped' }),
      stored(3, { status: 'cancelled' }),
    ];
    expect(decideShopOrder(now, [])).toEqual({ ...nothing, cancel: [2] });
  });

  it('cancels nothing that has been cancelled already', () => {
    expect(decideShopOrder([stored(1, { status: 'cancelled' })], [])).toEqual(nothing);
  });

  it.each([
    ['another item', [stored(1, { item: 'pin' })], [wanted(1)], 'order.fixed'],
    ['a line that was cancelled', [stored(1, { status: 'cancelled' })], [wanted(1)], 'order.closed'],
    ['a cancellation after everything was shipped', [stored(1, { status: 'shipped' })], [], 'order.closed'],
  ])('with %s is refused', (_, now, message, code) => {
    expect(decideShopOrder(now, message)).toMatchObject({ code });
  });

  it('may still name a line that was shipped', () => {
    expect(decideShopOrder([stored(1, { status: 'shipped' })], [wanted(1), wanted(2)])).toEqual({
      ...nothing,
      add: [wanted(2)],
    });
  });
});
