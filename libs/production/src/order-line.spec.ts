import {
  commitmentOf,
  lineRisk,
  lineStanding,
  lineStatus,
  lineUrgency,
  netAgainstStock,
  riskAt,
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

describe('urgency of an order line', () => {
  const urgency = (more: Partial<OrderLineFacts>) => lineUrgency(line(more));
  it('is its promise, earlier by what the plan misses it by', () => {
    expect(urgency({})).toBe(120);
    expect(urgency({ forecastAt: 150 })).toBe(90);
    expect(urgency({ forecastAt: 150, qtyReady: '100' })).toBe(120);
    expect(urgency({ forecastAt: null })).toBe(120);
    expect(urgency({ status: 'cancelled' })).toBeNull();
  });
});

it('the first promise is the wish, or the earliest possible instant', () => {
  expect([commitmentOf(100, 80), commitmentOf(100, 130), commitmentOf(100, null)]).toEqual([100, 130, null]);
});

it('the standing of a line holds until its promise passes', () => {
  const standing = lineStanding(line({ forecastAt: 115 }), true, 10);
  expect(standing).toEqual({ status: 'in-production', risk: 'at-risk', promiseAt: 120, urgencyAt: 120 });
  expect([riskAt(standing, 120), riskAt(standing, 121)]).toEqual(['at-risk', 'late']);
  const shipped = lineStanding(line({ qtyShipped: '100' }), true, 10);
  expect(shipped).toMatchObject({ status: 'shipped', risk: 'done', urgencyAt: null });
  expect(riskAt(shipped, 999)).toBe('done');
});
