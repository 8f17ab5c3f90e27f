import type { Refusal } from '@takt/contracts';
import * as fc from 'fast-check';
import { checkRepeat, decideReport } from './report';
import type { OperationFacts, ReportContext, ReportFacts, ReportOutcome } from './report-facts';

const operation = (more: Partial<OperationFacts> = {}): OperationFacts => ({
  id: 'WO-1.20',
  workOrder: 'WO-1',
  no: 20,
  status: 'ready',
  holdReason: null,
  qtyTarget: '100',
  qtyGood: '0',
  qtyScrap: '0',
  qtyRework: '0',
  station: 'oven-1',
  eligible: ['oven-1', 'oven-2'],
  startedAt: null,
  endedAt: null,
  ...more,
});
const running = (more: Partial<OperationFacts> = {}) =>
  operation({ status: 'running', startedAt: 10, ...more });
const around = (more: Partial<ReportContext> = {}): ReportContext => ({
  source: 'terminal',
  workOrderStatus: 'running',
  item: { id: 'cake', unit: 'pcs' },
  stationBusyWith: null,
  missing: [],
  previousOpen: null,
  ...more,
});
const report = (type: ReportFacts['type'], more: Partial<ReportFacts> = {}): ReportFacts => ({
  type,
  commandId: 'c1',
  at: 50,
  ...more,
});
const NOW = 60;
const outcome = (given: OperationFacts, sent: ReportFacts, context = around()) =>
  decideReport(given, context, sent, NOW) as ReportOutcome;
const code = (given: OperationFacts, sent: ReportFacts, context = around()) =>
  (decideReport(given, context, sent, NOW) as Refusal).code;

describe('start, pause, resume, complete', () => {
  it('go through the life of an operation', () => {
    const started = outcome(operation(), report('start')).operation;
    expect([started.status, started.startedAt, started.station]).toEqual(['running', 50, 'oven-1']);
    const paused = outcome(started, report('pause', { at: 52 })).operation;
    const resumed = outcome(paused, report('resume', { at: 54 })).operation;
    const done = outcome(
      resumed,
      report('complete', { good: '98', scrap: '2', scrapReason: 'burnt', at: 58 }),
    );
    expect([paused.status, resumed.status, done.operation.status]).toEqual(['paused', 'running', 'done']);
    expect([done.operation.qtyGood, done.operation.qtyScrap, done.operation.endedAt]).toEqual([
      '98',
      '2',
      58,
    ]);
    expect(done.flags).toEqual([]);
  });

  it('are refused from another status, with what it is', () => {
    expect(decideReport(running(), around(), report('start'), NOW)).toEqual({
      refused: true,
      code: 'operation.illegal-step',
      facts: { operation: 'WO-1.20', status: 'running', step: 'start' },
    });
    expect(code(operation({ status: 'done' }), report('quantity', { good: '1' }))).toBe(
      'operation.illegal-step',
    );
    expect(code(operation(), report('complete', { good: '1' }))).toBe('operation.illegal-step');
  });

  it('wait for what is missing', () => {
    const missing = around({ missing: ['WO-1.10', 'flour'] });
    expect(decideReport(operation({ status: 'waiting' }), missing, report('start'), NOW)).toMatchObject({
      code: 'operation.waiting',
      facts: { missing: 'WO-1.10, flour' },
    });
    expect(outcome(operation({ status: 'waiting' }), report('start')).operation.status).toBe('running');
    expect(code(running(), report('complete', { good: '9' }), around({ previousOpen: 'WO-1.10' }))).toBe(
      'operation.waiting',
    );
  });

  it('need a free and eligible station', () => {
    expect(code(operation(), report('start'), around({ stationBusyWith: 'WO-9.10' }))).toBe(
      'operation.station-busy',
    );
    expect(code(operation(), report('start', { station: 'packer-1' }))).toBe('operation.wrong-station');
    expect(code(operation({ station: null }), report('start'))).toBe('operation.wrong-station');
    const moved = outcome(operation(), report('start', { station: 'oven-2' }));
    expect([moved.station, moved.operation.station, moved.flags]).toEqual([
      'oven-2',
      'oven-2',
      ['other-station'],
    ]);
    expect(code(running(), report('quantity', { good: '1', station: 'oven-2' }))).toBe(
      'operation.wrong-station',
    );
  });

  it('do not happen on hold, but what was made before it counts', () => {
    const held = running({ status: 'held', holdReason: 'oven_c 212 ∉ 180–205' });
    for (const type of ['start', 'resume', 'complete'] as const)
      expect(code(held, report(type))).toBe('operation.held');
    expect(outcome(held, report('quantity', { good: '5' })).operation).toMatchObject({
      status: 'held',
      qtyGood: '5',
    });
  });
});

describe('quantities', () => {
  it('add good, scrap and rework in one action', () => {
    const after = outcome(
      running({ qtyGood: '10' }),
      report('quantity', { good: '5', scrap: '1', rework: '2', scrapReason: 'burnt' }),
    );
    expect(after.operation).toMatchObject({
      qtyGood: '15',
      qtyScrap: '1',
      qtyRework: '2',
      status: 'running',
    });
  });

  it('cannot be nothing', () => {
    expect(code(running(), report('quantity'))).toBe('report.nothing');
    expect(code(running(), report('quantity', { good: '0' }))).toBe('report.nothing');
    expect(code(running(), report('complete'))).toBe('report.nothing');
    expect(outcome(running({ qtyGood: '7' }), report('complete')).operation.status).toBe('done');
  });

  it('are whole where the item is counted in pieces, now and in history', () => {
    for (const source of ['terminal', 'import'] as const)
      for (const part of ['good', 'scrap', 'rework'])
        expect(
          decideReport(
            running(),
            around({ source }),
            report('quantity', { [part]: '2.5', scrapReason: 'burnt' }),
            NOW,
          ),
        ).toEqual({
          refused: true,
          code: 'quantity.fraction',
          facts: { item: 'cake', qty: '2.5', unit: 'pcs' },
        });
    const dough = around({ item: { id: 'dough', unit: 'kg' } });
    expect(outcome(running(), report('quantity', { good: '2.5' }), dough).good).toBe('2.5');
  });

  it('need a reason for scrap', () => {
    expect(code(running(), report('quantity', { good: '5', scrap: '1' }))).toBe('report.scrap-reason');
  });

  it('may be 120 of 100 and say so, but not a digit too many', () => {
    expect(outcome(running(), report('complete', { good: '120' })).flags).toEqual(['above-target']);
    expect(decideReport(running(), around(), report('quantity', { good: '1000' }), NOW)).toEqual({
      refused: true,
      code: 'report.too-much',
      facts: { qty: '1000', target: '100', operation: 'WO-1.20', limit: '200' },
    });
    expect(code(running({ qtyGood: '150' }), report('quantity', { good: '51' }))).toBe('report.too-much');
  });
});

describe('cancelled meanwhile', () => {
  it('keeps what an offline terminal made, raised, and starts nothing', () => {
    const gone = running({ status: 'cancelled' });
    const late = outcome(gone, report('complete', { good: '12' }), around({ workOrderStatus: 'cancelled' }));
    expect([late.operation.status, late.operation.qtyGood, late.flags]).toEqual([
      'cancelled',
      '12',
      ['after-cancel'],
    ]);
    expect(code(gone, report('start'))).toBe('operation.illegal-step');
  });
});

describe('time', () => {
  it('lies between the start and now', () => {
    expect(outcome(running(), report('pause', { at: 70 }))).toMatchObject({ at: 60, flags: ['clock'] });
    expect(outcome(running(), report('pause', { at: 5 }))).toMatchObject({ at: 10, flags: ['clock'] });
  });
});

describe('history', () => {
  it('is recorded as it was and says what was out of order', () => {
    const history = around({ source: 'import', stationBusyWith: 'WO-9.10', missing: ['WO-1.10'] });
    expect(
      outcome(
        operation({ status: 'waiting' }),
        report('quantity', { good: '5', station: 'lathe-3' }),
        history,
      ),
    ).toMatchObject({
      station: 'lathe-3',
      operation: { status: 'running', startedAt: 50 },
      flags: ['other-station', 'out-of-order'],
    });
    expect(outcome(operation(), report('complete'), history).operation.status).toBe('done');
    expect(
      outcome(operation({ status: 'done', startedAt: 1 }), report('quantity', { scrap: '500' }), history),
    ).toMatchObject({
      operation: { status: 'done', qtyScrap: '500' },
      flags: ['above-target', 'out-of-order'],
    });
    expect(code(operation(), report('quantity', { good: '10000001' }), history)).toBe('report.too-much');
  });

  it('keeps its times, and begins with the earliest stretch whenever that is told', () => {
    const history = around({ source: 'import' });
    const late = outcome(running({ startedAt: 40 }), report('quantity', { startAt: 5, at: 20 }), history);
    expect(late).toMatchObject({ at: 20, startAt: 5, operation: { startedAt: 5 }, flags: [] });
    const later = outcome(late.operation, report('complete', { startAt: 30, at: 55, good: '7' }), history);
    expect(later.operation).toMatchObject({ status: 'done', startedAt: 5, endedAt: 55, qtyGood: '7' });
    expect(outcome(running(), report('quantity', { startAt: 58, at: 70 }), history)).toMatchObject({
      at: 60,
      startAt: 58,
      flags: ['clock'],
    });
  });
});

describe('a repeated command', () => {
  const kept = { type: 'quantity', operation: 'WO-1.20', good: '5', scrap: '0', rework: '0' } as const;
  const again = (more: object) => ({ ...report('quantity', { good: '5.0' }), operation: 'WO-1.20', ...more });
  it('is the same report, unless it says something else', () => {
    expect(checkRepeat(kept, again({}))).toBeNull();
    for (const more of [{ good: '6' }, { type: 'complete' as const }, { operation: 'WO-1.10' }])
      expect(checkRepeat(kept, again(more))).toMatchObject({
        code: 'report.conflict',
        facts: { commandId: 'c1' },
      });
  });
});

it('whatever is reported, what is accepted sums up and never exceeds the limit', () => {
  const pieces = fc.integer({ min: 0, max: 120 }).map(String);
  const sent = fc.record({
    good: pieces,
    scrap: pieces,
    rework: pieces,
    type: fc.constantFrom('pause', 'resume', 'quantity'),
  });
  fc.assert(
    fc.property(fc.array(sent, { maxLength: 20 }), (reports) => {
      let state = running();
      let made = 0;
      for (const each of reports) {
        const found = decideReport(
          state,
          around(),
          report(each.type as 'pause', { ...each, type: each.type as 'pause', scrapReason: 'burnt' }),
          NOW,
        );
        if ('refused' in found) continue;
        made += Number(each.good) + Number(each.scrap) + Number(each.rework);
        state = found.operation;
      }
      expect(Number(state.qtyGood) + Number(state.qtyScrap) + Number(state.qtyRework)).toBe(made);
      expect(made).toBeLessThanOrEqual(200);
    }),
  );
});
