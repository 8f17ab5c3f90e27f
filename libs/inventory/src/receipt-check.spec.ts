import { Exact } from '@takt/production';
import { checkArriving, checkPaid, checkReceived } from './receipt-check';

const flour = { id: 'flour', unit: 'kg' };

describe('how much comes in', () => {
  const come = (qty: string, known: Partial<Parameters<typeof checkReceived>[2]> = {}) =>
    checkReceived(flour, qty, { announced: null, onHand: '0', largest: '500', ...known });

  it('for the first time is at most 100,000', () => {
    expect(come('100000', { largest: null })).toBeNull();
    const facts = { item: 'flour', qty: '9000000', unit: 'kg', limit: '100000', reason: 'first' };
    expect(come('9000000', { largest: null })).toEqual({ refused: true, code: 'receipt.too-much', facts });
  });

  it('is ten times the most of before, or what lies there, and always 1,000', () => {
    expect(come('5000')).toBeNull();
    expect(come('5001')?.facts).toMatchObject({ limit: '5000', largest: '500' });
    expect(come('9000', { onHand: '900' })).toBeNull();
    expect(come('1000', { largest: '3', onHand: '-7' })).toBeNull();
    expect(come('1001', { largest: '3', onHand: '-7' })?.facts).toMatchObject({
      limit: '1000',
      largest: '3',
    });
  });

  it('is what was announced, and up to twice as much', () => {
    expect(come('900000', { announced: '450000' })).toBeNull();
    expect(come('1001', { announced: '500' })?.facts).toEqual({
      ...{ item: 'flour', qty: '1001', unit: 'kg', limit: '1000', announced: '500', reason: 'announced' },
    });
  });
});

describe('a price', () => {
  const item = { ...flour, kind: 'raw', standardCost: '2', shelfLifeDays: null } as const;
  const pool = { qty: new Exact('10'), value: new Exact('50') };
  const paid = (cost: string | undefined, change: object = {}) =>
    checkPaid({ item: { ...item, ...change }, pool, costing: 'moving-average' }, cost);

  it('is at most a hundred times what a unit is worth, by standard cost or average', () => {
    expect(paid('500')).toBeNull();
    expect(paid('501')).toEqual({
      refused: true,
      code: 'receipt.cost',
      facts: { item: 'flour', unit: 'kg', unitCost: '501', limit: '500', known: '5' },
    });
    expect(paid('600', { standardCost: '6' })).toBeNull();
  });

  it('need not be told, may be nothing, and is at most a million where no cost is known', () => {
    expect(paid(undefined)).toBeNull();
    expect(paid('0')).toBeNull();
    const empty = { qty: new Exact(0), value: new Exact(0) };
    const free = { item: { ...item, standardCost: '0' }, pool: empty, costing: 'standard' } as const;
    expect(checkPaid(free, '1000000')).toBeNull();
    expect(checkPaid(free, '100000000')?.facts).toMatchObject({ limit: '1000000', known: '0' });
  });
});

describe('the lot of a receipt', () => {
  const at = Date.parse('2026-03-02T08:00:00Z');
  const lot = { id: 'F1', item: 'flour', expiresAt: at + 1 };
  const arriving = (change: object, receipt: object = {}) =>
    checkArriving(
      { ...lot, ...change },
      { item: 'flour', named: true, expiresAt: undefined, at, ...receipt },
    );

  it('is good when it comes in', () => {
    expect(arriving({})).toBeNull();
    expect(arriving({ expiresAt: null })).toBeNull();
    expect(arriving({ expiresAt: at })).toEqual({
      refused: true,
      code: 'receipt.expired',
      facts: {
        lot: 'F1',
        item: 'flour',
        expiresAt: '2026-03-02T08:00:00.000Z',
        at: '2026-03-02T08:00:00.000Z',
      },
    });
  });

  it('is not named to who never heard of it', () => {
    expect(arriving({ expiresAt: at }, { named: false })?.facts).toEqual({
      ...{ item: 'flour', reason: 'no-lot' },
      ...{ expiresAt: '2026-03-02T08:00:00.000Z', at: '2026-03-02T08:00:00.000Z' },
    });
  });

  it('is of its item, with its date', () => {
    expect(arriving({ item: 'salt' })).toMatchObject({ code: 'lot.other-item', facts: { owner: 'salt' } });
    expect(arriving({}, { expiresAt: at + 1 })).toBeNull();
    expect(arriving({}, { expiresAt: at + 2 })).toMatchObject({
      code: 'lot.other-date',
      facts: { expiresAt: '2026-03-02T08:00:00.002Z', kept: '2026-03-02T08:00:00.001Z' },
    });
    expect(arriving({ expiresAt: null }, { expiresAt: at + 2 })?.facts).toMatchObject({ kept: '—' });
  });
});
