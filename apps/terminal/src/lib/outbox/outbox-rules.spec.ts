import type { Problem } from '@takt/contracts';
import type { Entry, ReportBody } from './entry';
import {
  FAILURES_MAX,
  isHeldBack,
  judge,
  nextToSend,
  pauseMs,
  takeLease,
  undecided,
  undoOf,
  whoDecides,
} from './outbox-rules';

const entry = (seq: number, change: Partial<Entry> = {}, operation = 'WO-1.10'): Entry => ({
  seq,
  commandId: `c${seq}`,
  command: { kind: 'report', body: { operation, type: 'quantity' } as ReportBody },
  stage: 'queued',
  tries: 0,
  failures: 0,
  round: 0,
  atMs: 0,
  keptMs: 0,
  by: 'Ann',
  ...change,
});
const problem = (status: number, code = 'x'): { kind: 'problem'; problem: Problem } => ({
  kind: 'problem',
  problem: { status, code } as Problem,
});
const refused = (seq: number, refusedAfter: number) => entry(seq, { stage: 'refused', refusedAfter });

describe('what is sent next', () => {
  it('is the oldest that waits, whatever the order they are read in', () => {
    expect(nextToSend([entry(3), entry(1, { stage: 'done' }), entry(2)])?.seq).toBe(2);
  });
  it('is nothing when everything is done', () => {
    expect(nextToSend([entry(1, { stage: 'done' }), entry(2, { stage: 'dropped' })])).toBeUndefined();
  });
  it('keeps back what was made before the refusal was known, of the same operation only', () => {
    const entries = [refused(1, 3), entry(2), entry(3, {}, 'WO-2.10'), entry(4)];
    expect(entries.map((one) => isHeldBack(one, entries))).toEqual([false, true, false, false]);
    expect(nextToSend(entries)?.seq).toBe(3);
  });
  it('lets what is held back go when the refused one is decided', () => {
    expect(nextToSend([{ ...refused(1, 2), stage: 'dropped' }, entry(2)])?.seq).toBe(2);
  });
});

describe('an answer', () => {
  it('makes an entry done and keeps the id of its report, and the revision it is in', () => {
    const told = { report: 'r', revision: 7 };
    expect(judge(entry(1), { kind: 'reply', ...told })).toEqual({ then: 'done', ...told });
  });
  it.each([408, 429, 502, 503, 504])('%i is no answer yet', (status) => {
    expect(judge(entry(1), problem(status)).then).toBe('wait');
  });
  it('that does not come changes nothing', () => {
    expect(judge(entry(1, { tries: 99 }), { kind: 'silence' }).then).toBe('wait');
  });
  it('401 stops the sending: the entries wait for the screen to be paired again', () => {
    expect(judge(entry(1), problem(401)).then).toBe('stop');
  });
  it.each([400, 403, 404, 409, 412, 422])('%i is a refusal, to be decided by a person', (status) => {
    expect(judge(entry(1), problem(status)).then).toBe('refused');
  });
  it('that core has done it before, with the reply lost, makes it done', () => {
    expect(judge(entry(1), problem(409, 'idempotency.done')).then).toBe('done');
  });
  it('of a core that fails steps aside after some tries, so that the others get through', () => {
    expect(judge(entry(1), problem(500)).then).toBe('wait');
    expect(judge(entry(1, { failures: FAILURES_MAX - 1 }), problem(500)).then).toBe('refused');
  });
  it('that the notice is void or the call answered needs nobody to decide', () => {
    const seen = entry(1, { command: { kind: 'seen', notice: 'n', body: { commandId: 'c1' } } });
    const answer = entry(2, { command: { kind: 'call-answer', call: 'k', body: { commandId: 'c2' } } });
    expect(judge(seen, problem(409, 'notice.closed')).then).toBe('done');
    expect(judge(answer, problem(409, 'andon.illegal-step')).then).toBe('done');
    expect(judge(entry(3), problem(409, 'operation.illegal-step')).then).toBe('refused');
  });
});

it('waits longer each time, 30 s at most', () => {
  expect([0, 1, 2, 5, 500].map(pauseMs)).toEqual([1000, 2000, 4000, 30_000, 30_000]);
});

describe('undo', () => {
  it('takes out what was never sent', () => expect(undoOf(entry(1))).toBe('take-out'));
  it('takes back at core what may have reached it', () => {
    expect(undoOf(entry(1, { tries: 1 }))).toBe('reverse');
    expect(undoOf(entry(1, { round: 1 }))).toBe('reverse');
    expect(undoOf(entry(1, { stage: 'done' }))).toBe('reverse');
  });
  it('has nothing to do for what core refused', () => expect(undoOf(refused(1, 1))).toBe('nothing'));
});

describe('the right to send', () => {
  it('is given to the first tab and kept while it renews it', () => {
    const first = takeLease(undefined, 'a', 1000);
    expect(takeLease(first, 'b', 2000)).toBeUndefined();
    expect(takeLease(first, 'a', 2000)?.untilMs).toBeGreaterThan(first?.untilMs ?? 0);
  });
  it('passes on when the tab is gone', () => {
    expect(takeLease({ holder: 'a', untilMs: 1000 }, 'b', 1001)?.holder).toBe('b');
  });
  it('is not lost for hours when the clock of the device is set back', () => {
    expect(takeLease({ holder: 'a', untilMs: 10_000_000 }, 'b', 1000)?.holder).toBe('b');
  });
});

describe('who decides a refused entry', () => {
  const counted = (keptMs: number) =>
    entry(1, {
      keptMs,
      command: { kind: 'report', body: { operation: 'WO-1.10', type: 'quantity', good: '5' } as ReportBody },
    });
  it('is its maker, who still stands there, when no pieces are lost', () => {
    expect(whoDecides(entry(1), 29_000)).toBe('told');
  });
  it('is somebody at the screen, where it is kept, when pieces were counted', () => {
    expect(whoDecides(counted(0), 29_000)).toBe('here');
  });
  it('is a supervisor who is called when its maker may have left', () => {
    expect(whoDecides(entry(1), 31_000)).toBe('called');
    expect(whoDecides(counted(0), 31_000)).toBe('called');
  });
  it('is nobody to be called for what is no work', () => {
    const stop = entry(1, {
      command: { kind: 'stop', stop: 's', body: { commandId: 'c', reason: 'jam' } },
    });
    expect(whoDecides(stop, 31_000)).toBe('here');
  });
});

describe('a refused entry that nobody decides', () => {
  const MIN_MS = 60_000;
  const waiting = (seq: number, change: Partial<Entry> = {}) =>
    entry(seq, { stage: 'refused', refusedMs: 10 * MIN_MS, ...change });
  const due = (entries: readonly Entry[], nowMs: number) => undecided(entries, nowMs).map(({ seq }) => seq);
  it('is called for after five minutes, counted from its refusal', () => {
    expect(due([waiting(1)], 15 * MIN_MS)).toEqual([]);
    expect(due([waiting(1), waiting(2, { refusedMs: 12 * MIN_MS })], 15 * MIN_MS + 1)).toEqual([1]);
    expect(due([waiting(1, { refusedMs: undefined })], 5 * MIN_MS + 1)).toEqual([1]);
  });
  it('is called for once', () => expect(due([waiting(1, { calledMs: 0 })], 60 * MIN_MS)).toEqual([]));
  it('is not called for when it is decided, or a call itself', () => {
    const call = { kind: 'call', body: { id: 'k', station: 's', kind: 'supervisor' } } as const;
    expect(due([waiting(1, { stage: 'dropped' }), waiting(2, { command: call })], 60 * MIN_MS)).toEqual([]);
  });
});
