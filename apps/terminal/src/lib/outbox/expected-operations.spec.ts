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
  revision: 4,
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
const TOLD_MS = 1_000_000;
const after = (...entries: Entry[]) => expectedOperations([operation], entries, TOLD_MS)[0];

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

describe('what core has accepted', () => {
  const accepted = (entry: Entry, revision: number, atMs = TOLD_MS + 1): Entry => ({
    ...entry,
    stage: 'done',
    accepted: { revision, atMs },
  });
  const made = report(1, { type: 'quantity', good: '3', scrap: '1' });

  it('counts on top of an older reply, before what waits, and waits no more', () => {
    const entries = [accepted(made, 5), report(2, { type: 'quantity', good: '2' })];
    expect(after(...entries)).toMatchObject({ qtyGood: '5.1', qtyScrap: '1', queued: 1 });
    expect(after(accepted(made, 5))).toMatchObject({ qtyGood: '3.1', qtyScrap: '1', queued: 0 });
  });

  it('counts once when the reply has it, whenever the clock says it came', () => {
    expect(after(accepted(made, 4))).toMatchObject({ qtyGood: '0.1', qtyScrap: '0' });
    expect(after(accepted(made, 3))).toMatchObject({ qtyGood: '0.1', qtyScrap: '0' });
  });

  it('counts only what the reply lacks: of two the later one', () => {
    const later = accepted(report(2, { type: 'quantity', good: '2' }), 5);
    expect(after(accepted(made, 4), later)).toMatchObject({ qtyGood: '2.1', qtyScrap: '0' });
  });

  it('counts on top of a reply that was on its way, not of one that was asked for long after it', () => {
    expect(after(accepted(made, 5, TOLD_MS - 1000))).toMatchObject({ qtyGood: '3.1' });
    expect(after(accepted(made, 5, TOLD_MS - 3_600_000))).toMatchObject({ qtyGood: '0.1' });
  });

  it('is taken back like anything else', () => {
    expect(after(accepted(made, 5), accepted(back(2, 'c1'), 6))).toMatchObject({
      qtyGood: '0.1',
      qtyScrap: '0',
    });
    expect(after(accepted(made, 5), back(2, 'c1'))).toMatchObject({ qtyGood: '0.1', queued: 1 });
  });
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
