import { decideReturn, type ReturnAsked } from './customer-return';
import type { LedgerEntry } from './ledger';

let seq = 0;
const moved = (lot: string, qty: string, at: number, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  ...{ id: `m${(seq += 1)}`, seq, recordedAt: at, occurredAt: at, item: 'bun', unit: 'pcs', lot, qty },
  kind: qty.startsWith('-') ? 'shipment' : 'return',
  place: 'finished',
  value: String(2 * Number(qty)),
  cause: { order: 'O-1', orderLine: 1 },
  reverses: null,
  corrects: null,
  note: '',
  ...more,
});
const asked = (more: Partial<ReturnAsked> = {}): ReturnAsked => ({
  ...{ order: 'O-1', line: 1, lot: null, qty: '2' },
  ...more,
});
const back = (lines: readonly LedgerEntry[], more: Partial<ReturnAsked> = {}, at = 90) =>
  decideReturn(lines, asked(more), { at, cause: { worker: 'ANN' }, note: 'dented' });

/** 5 of A left at 10, 3 of B at 20; 1 of A came back. */
const lines = [moved('A', '-5', 10), moved('B', '-3', 20), moved('A', '1', 30)];

it('comes from the lot that left last unless told, at the value at which it left', () => {
  expect(back(lines)).toMatchObject({ kind: 'return', lot: 'B', qty: '2', value: '4', place: 'quarantine' });
  expect(back(lines, { lot: 'A', qty: '4' })).toMatchObject({
    ...{ lot: 'A', qty: '4', value: '8', occurredAt: 90, note: 'dented' },
    cause: { order: 'O-1', orderLine: 1, worker: 'ANN' },
  });
});

it('is no more than is out there', () => {
  expect(back(lines, { lot: 'A', qty: '5' })).toEqual({
    refused: true,
    code: 'return.too-much',
    facts: { qty: '5', out: '4', unit: 'pcs', lot: 'A', order: 'O-1', line: 1 },
  });
  expect(back([...lines, moved('B', '3', 40)])).toMatchObject({
    code: 'return.too-much',
    facts: { out: '0' },
  });
});

it('is of what has left, of a lot that has left, and after it has', () => {
  expect(back([])).toMatchObject({ code: 'return.nothing-shipped', facts: { order: 'O-1', line: 1 } });
  expect(back(lines, { lot: 'C' })).toMatchObject({ code: 'return.lot', facts: { lot: 'C', lots: 'A, B' } });
  expect(back(lines, { lot: 'B' }, 19)).toMatchObject({ code: 'return.before-shipment' });
  expect(back(lines, { lot: 'B' }, 20)).toMatchObject({ occurredAt: 20 });
});

it('is in whole pieces, but for a rest from before', () => {
  expect(back(lines, { qty: '1.5' })).toMatchObject({ code: 'quantity.fraction', facts: { item: 'bun' } });
  expect(back([moved('D', '-1.5', 10)], { qty: '1.5' })).toMatchObject({ qty: '1.5' });
});
