import type { Operation } from '@takt/contracts';
import type { Entry, ReportBody } from './entry';
import { expectedOperations } from './expected-operations';

const operation = {
  id: 'WO-1.10',
  status: 'ready',
  station: 'oven-1',
  qtyGood: '0.1',
  qtyScrap: '0',
  qtyRework: '0',
  startedAt: null,
  workers: [],
} as unknown as Operation;
const report = (seq: number, body: Partial<ReportBody>, stage: Entry['stage'] = 'queued') =>
  ({
    seq,
    commandId: `c${seq}`,
    stage,
    command: { kind: 'report', body: { operation: 'WO-1.10', at: '2026-03-11T08:00:00Z', ...body } },
  }) as Entry;
const back = (seq: number, of: string) =>
  ({
    seq,
    commandId: `c${seq}`,
    stage: 'queued',
    command: { kind: 'reverse', of, operation: 'WO-1.10', reason: '' },
  }) as Entry;
const after = (...entries: Entry[]) => expectedOperations([operation], entries)[0];

it('adds up what is queued, in the order of entry, exactly', () => {
  expect(
    after(report(2, { type: 'quantity', good: '0.2', scrap: '1' }), report(1, { type: 'start' })),
  ).toMatchObject({
    status: 'running',
    qtyGood: '0.3',
    qtyScrap: '1',
    queued: 2,
  });
});
it('counts neither what core has nor what it refused', () => {
  const done = report(1, { type: 'start' }, 'done');
  const refused = report(2, { type: 'quantity', good: '5' }, 'refused');
  expect(after(done, refused)).toMatchObject({ status: 'ready', qtyGood: '0.1', queued: 0 });
});
it('leaves other operations alone', () => {
  expect(after(report(1, { type: 'start', operation: 'WO-2.10' }))).toMatchObject({
    status: 'ready',
    queued: 0,
  });
});
it('takes back', () => {
  const entries = [report(1, { type: 'start' }), report(2, { type: 'complete', good: '4' }), back(3, 'c2')];
  expect(after(...entries)).toMatchObject({ status: 'paused', qtyGood: '0.1', endedAt: null });
});
it('takes back what core has already', () => {
  const done = report(1, { type: 'quantity', good: '0.1' }, 'done');
  expect(after(done, back(2, 'c1'))).toMatchObject({ qtyGood: '0', queued: 1 });
});

describe('an answer that waits', () => {
  const check = (seq: number, outside: boolean, stage: Entry['stage'] = 'queued') =>
    ({
      seq,
      commandId: `c${seq}`,
      stage,
      command: { kind: 'check', operation: 'WO-1.10', outside, body: { name: 'core_c', value: '97' } },
    }) as Entry;
  it('outside its limits holds the operation, unless it is over', () => {
    const start = report(1, { type: 'start' });
    expect(after(start, check(2, true))).toMatchObject({
      status: 'held',
      holdReason: 'core_c 97',
      queued: 2,
    });
    expect(after(start, report(2, { type: 'complete' }), check(3, true))).toMatchObject({ status: 'done' });
  });
  it('within them changes nothing, nor does one that core has', () => {
    expect(after(check(1, false))).toMatchObject({ status: 'ready', queued: 1 });
    expect(after(check(1, true, 'done'))).toMatchObject({ status: 'ready', queued: 0 });
  });
});
