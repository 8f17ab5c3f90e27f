import {
  cancelledLine,
  decideLineCancel,
  decideLineChange,
  decideLineDates,
  decideShipment,
  shippedLine,
  type LineWorkOrder,
} from './line-change';
import type { OrderLineFacts } from './order-line';

const line = (more: Partial<OrderLineFacts> = {}): OrderLineFacts => ({
  order: 'O-1',
  line: 1,
  qty: '100',
  qtyFromStock: '0',
  qtyReady: '0',
  qtyShipped: '0',
  status: 'open',
  requestedAt: 100,
  committedAt: 120,
  latestCommittedAt: null,
  forecastAt: 80,
  ...more,
});
const work = (id: string, qty: string, status: LineWorkOrder['status'] = 'released'): LineWorkOrder => ({
  id,
  qty,
  status,
});
const W1 = { id: 'W1', qty: '40' };
const W2 = { id: 'W2', qty: '20' };

describe('change of quantity', () => {
  it('asks for more beyond what is covered', () => {
    expect(decideLineChange(line({ qtyReady: '30' }), '120', [work('W1', '70')])).toEqual({
      more: '20',
      giveUp: [],
      giveBack: '0',
      surplus: [],
    });
  });

  it('gives up work that has not begun, then stock, and lets begun work go on to stock', () => {
    const orders = [work('W1', '40'), work('W2', '20'), work('W3', '30', 'running')];
    const given = line({ qtyReady: '10' });
    const change = (qty: string) => decideLineChange(given, qty, orders);
    expect(change('60')).toMatchObject({ giveUp: [W1], giveBack: '0', surplus: [] });
    expect(change('35')).toMatchObject({ giveUp: [W1, W2], giveBack: '5', surplus: [] });
    expect(change('20')).toMatchObject({
      giveUp: [W1, W2],
      giveBack: '10',
      surplus: [{ id: 'W3', qty: '10' }],
    });
  });

  it('shrinks the smallest work order that is left by the rest', () => {
    const orders = [work('W1', '40'), work('W2', '20'), work('W3', '40')];
    expect(decideLineChange(line(), '85', orders)).toMatchObject({
      giveUp: [{ id: 'W2', qty: '15' }],
      giveBack: '0',
    });
    expect(decideLineChange(line(), '55', orders)).toMatchObject({ giveUp: [W1, { id: 'W2', qty: '5' }] });
  });

  it('is refused below what is shipped, and on a closed line', () => {
    expect(decideLineChange(line({ qtyShipped: '40', status: 'part-shipped' }), '30', [])).toMatchObject({
      code: 'order.below-shipped',
      facts: { shipped: '40', qty: '30' },
    });
    expect(decideLineChange(line({ status: 'shipped' }), '120', [])).toMatchObject({ code: 'order.closed' });
  });

  it('to nothing is a cancellation: begun work goes on to stock', () => {
    expect(
      decideLineCancel(line({ qtyReady: '10' }), [work('W1', '40'), work('W3', '50', 'running')]),
    ).toEqual({ more: '0', giveUp: [W1], giveBack: '10', surplus: [{ id: 'W3', qty: '50' }] });
    expect(decideLineCancel(line({ status: 'cancelled' }), [])).toMatchObject({ code: 'order.closed' });
  });
});

describe('shipment', () => {
  it('ships what is ready, at most what is open', () => {
    expect(decideShipment(line({ qtyReady: '60' }), null)).toBe('60');
    expect(decideShipment(line({ qtyReady: '60' }), '20')).toBe('20');
    expect(decideShipment(line({ qtyReady: '60', qtyShipped: '70', status: 'part-shipped' }), null)).toBe(
      '30',
    );
    expect(decideShipment(line(), null)).toMatchObject({ code: 'order.nothing-to-ship' });
    expect(decideShipment(line({ qtyReady: '60', qtyShipped: '70' }), '31')).toEqual({
      refused: true,
      code: 'order.above-open',
      facts: { order: 'O-1', line: 1, qty: '31', open: '30' },
    });
    expect(decideShipment(line({ status: 'shipped' }), null)).toMatchObject({ code: 'order.closed' });
  });
});

describe('dates', () => {
  it('move the wish and the promise, and keep the first promise', () => {
    expect(decideLineDates(line(), { requestedAt: 90 })).toMatchObject({
      requestedAt: 90,
      committedAt: 120,
      latestCommittedAt: null,
    });
    expect(decideLineDates(line(), { latestCommittedAt: 130 })).toMatchObject({
      committedAt: 120,
      latestCommittedAt: 130,
    });
    expect(decideLineDates(line({ committedAt: null }), { latestCommittedAt: 130 })).toMatchObject({
      committedAt: 130,
      latestCommittedAt: null,
    });
    expect(decideLineDates(line({ status: 'cancelled' }), {})).toMatchObject({ code: 'order.closed' });
  });
});

describe('afterwards', () => {
  it('a cancelled line keeps what is shipped as all there is to it', () => {
    expect(cancelledLine(line({ qtyReady: '10' }))).toMatchObject({ status: 'cancelled', qtyReady: '0' });
    expect(cancelledLine(line({ qtyReady: '10', qtyShipped: '40' }))).toMatchObject({
      status: 'shipped',
      qty: '40',
      qtyReady: '0',
    });
  });

  it('what is shipped is no longer ready', () => {
    expect(shippedLine(line({ qtyReady: '60', qtyShipped: '5' }), '20')).toMatchObject({
      qtyReady: '40',
      qtyShipped: '25',
    });
  });
});
