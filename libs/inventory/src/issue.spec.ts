import type { BomLine } from '@takt/contracts';
import { checkIssue, type IssueContext } from './issue';

const line = (component: string): BomLine => ({ component, qtyPer: '1', scrapPercent: 0, operationNo: null });
/** A work order for buns: 4 kg of flour, of which 27 lie there. */
const around = (more: Partial<IssueContext> = {}): IssueContext => ({
  workOrder: 'WO-1',
  made: 'bun',
  operations: ['WO-1.10', 'WO-1.20'],
  materials: [
    { component: 'flour', qty: '3' },
    { component: 'flour', qty: '1' },
    { component: 'salt', qty: '9000' },
  ],
  onHand: '27',
  boms: new Map([
    ['box', [line('bun')]],
    ['pallet', [line('box')]],
  ]),
  ...more,
});
const flour = { item: { id: 'flour', unit: 'kg' }, qty: '2.5', operation: null, reason: '' };
const code = (asked: Partial<typeof flour | { operation: string }>, more?: Partial<IssueContext>) =>
  checkIssue({ ...flour, ...asked }, around(more))?.code ?? null;

it('may be more than is planned, and for an operation of the work order', () => {
  expect(code({})).toBeNull();
  expect(code({ operation: 'WO-1.20' })).toBeNull();
});

it('may be of what nobody planned when somebody says why, or where nothing was planned', () => {
  const nuts = { item: { id: 'nuts', unit: 'kg' } };
  expect(checkIssue({ ...flour, ...nuts }, around())).toMatchObject({
    code: 'issue.unplanned',
    facts: { item: 'nuts', workOrder: 'WO-1', components: 'flour, salt' },
  });
  expect(code({ ...nuts, reason: 'salt ran out' })).toBeNull();
  expect(code(nuts, { materials: [] })).toBeNull();
  const many = Array.from({ length: 12 }, (_, no) => ({ component: `part-${no}`, qty: '1' }));
  expect(checkIssue({ ...flour, ...nuts }, around({ materials: many }))?.facts['components']).toMatch(
    /part-9 …$/,
  );
});

it('is neither the product nor what is made of it, on any level', () => {
  for (const id of ['bun', 'box', 'pallet'])
    expect(code({ item: { id, unit: 'pcs' }, qty: '1' })).toBe('issue.own-product');
});

it('is for an operation of the work order, and in whole pieces', () => {
  expect(code({ operation: 'WO-2.10' })).toBe('issue.operation');
  expect(code({ item: { id: 'nail', unit: 'pcs' } })).toBe('quantity.fraction');
});

it('is at most twice what lies there and is needed, 50 more for little; what lies below zero is nothing', () => {
  expect(code({ qty: '81' })).toBeNull();
  expect(checkIssue({ ...flour, qty: '82' }, around())).toEqual({
    refused: true,
    code: 'issue.too-much',
    facts: {
      item: 'flour',
      qty: '82',
      unit: 'kg',
      workOrder: 'WO-1',
      limit: '81',
      onHand: '27',
      planned: '4',
    },
  });
  expect(code({ qty: '2008' }, { onHand: '1000' })).toBeNull();
  expect(code({ qty: '2009' }, { onHand: '1000' })).toBe('issue.too-much');
  expect(code({ qty: '54' }, { onHand: '-900' })).toBeNull();
  expect(code({ qty: '55' }, { onHand: '-900' })).toBe('issue.too-much');
});
