import {
  decideLineCancel,
  decideLineChange,
  decideShipment,
  lineRisk,
  lineStatus,
  netAgainstStock,
  type LineWorkOrder,
  type OrderLineFacts,
} from './order-line';

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

it('netting takes what is free and makes the rest', () => {
  expect(netAgainstStock('100', '30')).toEqual({ qtyFromStock: '30', qtyToMake: '70' });
  expect(netAgainstStock('100', '300')).toEqual({ qtyFromStock: '100', qtyToMake: '0' });
  expect(netAgainstStock('100', '-5')).toEqual({ qtyFromStock: '0', qtyToMake: '100' });
});

describe('status of an order line', () => {
  it.each([
    ['0', '0', false, 'open'],
    ['0', '0', true, 'in-production'],
    ['99', '0', true, 'in-production'],
    ['100', '0', true, 'ready'],
    ['60', '40', true, 'part-shipped'],
    ['0', '100', true, 'shipped'],
    ['0', '101', true, 'shipped'],
  ])('%s ready, %s shipped of 100, begun %s: %s', (qtyReady, qtyShipped, begun, status) => {
    expect(lineStatus(line({ qtyReady, qtyShipped }), begun)).toBe(status);
  });

  it('stays cancelled', () => {
    expect(lineStatus(line({ status: 'cancelled', qtyReady: '100' }), true)).toBe('cancelled');
  });
});

describe('risk of an order line', () => {
  const risk = (more: Partial<OrderLineFacts>, now = 50) => lineRisk(line(more), 10, now);
  it('compares forecast and now with the newest promise', () => {
    expect(risk({})).toBe('on-time');
    expect(risk({ forecastAt: 110 })).toBe('on-time');
    expect(risk({ forecastAt: 111 })).toBe('at-risk');
    expect(risk({ forecastAt: 121 })).toBe('late');
    expect(risk({ forecastAt: 121, latestCommittedAt: 140 })).toBe('on-time');
    expect(risk({ committedAt: null, forecastAt: 101 })).toBe('late');
    expect(risk({ forecastAt: null })).toBe('unplanned');
    expect(risk({ qtyReady: '100', forecastAt: null })).toBe('on-time');
    expect(risk({ qtyReady: '100' }, 121)).toBe('late');
    expect(risk({ status: 'shipped' }, 999)).toBe('done');
  });
});

describe('change of quantity', () => {
  it('asks for more beyond what is covered', () => {
    expect(decideLineChange(line({ qtyReady: '30' }), '120', [work('W1', '70')])).toEqual({
      more: '20',
      cancel: [],
      giveBack: '0',
      surplus: '0',
    });
  });

  it('cancels work that has not begun, then gives stock back, and lets begun work go on to stock', () => {
    const orders = [work('W1', '40'), work('W2', '20'), work('W3', '30', 'running')];
    const given = line({ qtyReady: '10' });
    expect(decideLineChange(given, '60', orders)).toMatchObject({
      cancel: ['W1'],
      giveBack: '0',
      surplus: '0',
    });
    expect(decideLineChange(given, '35', orders)).toMatchObject({
      cancel: ['W1', 'W2'],
      giveBack: '5',
      surplus: '0',
    });
    expect(decideLineChange(given, '20', orders)).toMatchObject({
      cancel: ['W1', 'W2'],
      giveBack: '10',
      surplus: '10',
    });
    expect(decideLineChange(given, '85', orders)).toMatchObject({ cancel: [], giveBack: '10', surplus: '5' });
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
    ).toEqual({
      more: '0',
      cancel: ['W1'],
      giveBack: '10',
      surplus: '50',
    });
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
    expect(decideShipment(line({ status: 'shipped' }), null)).toMatchObject({ code: 'order.closed' });
  });
});
