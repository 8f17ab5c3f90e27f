import type { Interval } from '@takt/calendar';
import { breachReason, decideHold, decideRelease, limitBreaches } from './hold';
import { predictEnd, remainingRunSec } from './progress';
import { decimalText, roundUpTo } from './quantity';
import type { OperationFacts } from './report-facts';
import { decideReversal, type KeptReport } from './reversal';
import { decideCancellation, shortfallOf } from './work-order';

const operation = (more: Partial<OperationFacts> = {}): OperationFacts => ({
  id: 'WO-1.10',
  workOrder: 'WO-1',
  no: 10,
  status: 'running',
  holdReason: null,
  qtyTarget: '100',
  qtyGood: '40',
  qtyScrap: '10',
  qtyRework: '0',
  station: 'oven-1',
  eligible: ['oven-1'],
  startedAt: 10,
  endedAt: null,
  ...more,
});

describe('cancellation of a work order', () => {
  it('ends what is not done and says who must be told', () => {
    const operations = [
      operation({ status: 'done' }),
      operation({ id: 'WO-1.20' }),
      operation({ id: 'WO-1.30', status: 'waiting', station: null, startedAt: null }),
    ];
    expect(decideCancellation('WO-1', 'running', operations)).toEqual({
      operations: [
        { id: 'WO-1.20', station: 'oven-1', running: true },
        { id: 'WO-1.30', station: null, running: false },
      ],
      begun: true,
    });
    expect(decideCancellation('WO-1', 'done', operations)).toMatchObject({ code: 'work-order.closed' });
  });
});

describe('shortfall', () => {
  const short = (
    kind: 'make-to-order' | 'make-to-stock' | 'import',
    qtyGood: number,
    qtyRework: number,
    covered = 0,
  ) => shortfallOf({ kind, qty: 100, qtyGood, qtyRework }, covered);
  it('is repaired as far as it can be and made anew for the rest', () => {
    expect(short('make-to-order', 90, 4)).toEqual({ rework: '4', topUp: '6' });
    expect(short('make-to-order', 90, 4, 8)).toEqual({ rework: '2', topUp: '0' });
    expect(short('make-to-order', 110, 4)).toEqual({ rework: '0', topUp: '0' });
    expect(short('make-to-stock', 0, 9)).toEqual({ rework: '0', topUp: '0' });
    expect(short('import', 0, 0)).toEqual({ rework: '0', topUp: '0' });
  });
});

describe('taking a report back', () => {
  const kept = (more: Partial<KeptReport> = {}): KeptReport => ({
    id: 'r1',
    type: 'complete',
    good: '30',
    scrap: '10',
    rework: '0',
    reverses: null,
    reversedBy: null,
    ...more,
  });
  it('subtracts it; a completion leaves the operation paused', () => {
    const given = operation({ status: 'done', endedAt: 50 });
    expect(decideReversal(given, kept(), 2)).toMatchObject({
      good: '30',
      operation: { qtyGood: '10', qtyScrap: '0', status: 'paused', endedAt: null },
    });
    expect(decideReversal(operation(), kept({ type: 'quantity' }), 2)).toMatchObject({
      operation: { status: 'running' },
    });
  });

  it('takes a start back when nothing else was reported', () => {
    const start = kept({ type: 'start', good: '0', scrap: '0' });
    expect(decideReversal(operation(), start, 0)).toMatchObject({
      operation: { status: 'ready', startedAt: null },
    });
    expect(decideReversal(operation(), start, 1)).toMatchObject({
      operation: { status: 'running', startedAt: 10 },
    });
  });

  it('happens once', () => {
    for (const [more, reason] of [
      [{ reversedBy: 'r2' }, 'taken-back'],
      [{ reverses: 'r0' }, 'counter-entry'],
    ] as const)
      expect(decideReversal(operation(), kept(more), 0)).toMatchObject({
        code: 'operation.illegal-step',
        facts: { operation: 'WO-1.10', reason },
      });
  });
});

describe('hold', () => {
  it('follows from a measurement outside its limits', () => {
    const limits = [
      { parameter: 'oven_c', min: 180, max: 205 },
      { parameter: 'speed_rpm', min: null, max: 90 },
    ];
    expect(limitBreaches(limits, { oven_c: 205, speed_rpm: 90, other: 1 })).toEqual([]);
    expect(limitBreaches(limits, { oven_c: 212, speed_rpm: 91 }).map(breachReason)).toEqual([
      'oven_c 212 ∉ 180–205',
      'speed_rpm 91 ∉ −∞–90',
    ]);
  });

  it('and release lead back to where it was', () => {
    const held = decideHold(operation(), 'oven too hot');
    expect(held).toMatchObject({ status: 'held', holdReason: 'oven too hot' });
    expect(decideRelease(held as OperationFacts, [])).toMatchObject({ status: 'paused', holdReason: null });
    const unbegun = operation({ status: 'held', startedAt: null });
    expect(decideRelease(unbegun, [])).toMatchObject({ status: 'ready' });
    expect(decideRelease(unbegun, ['flour'])).toMatchObject({ status: 'waiting' });
    expect(decideHold(operation({ status: 'done' }), 'late')).toMatchObject({
      code: 'operation.illegal-step',
    });
    expect(decideRelease(operation(), [])).toMatchObject({ code: 'operation.illegal-step' });
  });
});

describe('progress', () => {
  const work: Interval[] = [
    [0, 100_000],
    [200_000, 900_000],
  ];
  it('counts what is left, through working time only', () => {
    expect(remainingRunSec(operation(), 2)).toBe(100); // 50 of 100 pieces left
    expect(remainingRunSec(operation({ qtyGood: '130' }), 2)).toBe(0);
    expect(remainingRunSec(operation({ status: 'cancelled' }), 2)).toBe(0);
    expect(predictEnd(operation(), 2, work, 40_000)).toBe(240_000);
    expect(predictEnd(operation(), 20, work, 40_000)).toBeNull();
    expect(predictEnd(operation({ endedAt: 77 }), 2, work, 40_000)).toBe(77);
  });
});

describe('quantities', () => {
  it('are plain decimal text with six decimals at most', () => {
    expect([
      decimalText('1.50'),
      decimalText(1e-7),
      decimalText('-0'),
      decimalText('1e9'),
      decimalText('0.1234565'),
    ]).toEqual(['1.5', '0', '0', '1000000000', '0.123457']);
    expect([roundUpTo('pcs', '1.2').toString(), roundUpTo('kg', '1.2').toString()]).toEqual(['2', '1.2']);
  });
});
