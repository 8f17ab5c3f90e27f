import type { Entry } from '../../lib/outbox/entry';
import { standingOf } from './standing';

const at = '2026-03-11T09:00:00Z';
const here = { worker: 'ann', outAt: null, closedBy: null };
const onBreak = { worker: 'ann', outAt: at, closedBy: 'break' as const };
const TOLD_MS = 1000;
const badged = (direction: string, stage: Entry['stage'] = 'queued', keptMs = TOLD_MS + 1) =>
  ({ stage, keptMs, command: { kind: 'badge', body: { worker: 'ann', direction, at } } }) as Entry;

it('is what core knows', () => {
  expect(standingOf('ann', { present: [], toldMs: TOLD_MS }, [])).toEqual({ kind: 'out' });
  expect(standingOf('ann', { present: [here], toldMs: TOLD_MS }, [])).toEqual({ kind: 'in' });
  expect(standingOf('ann', { present: [onBreak], toldMs: TOLD_MS }, [])).toEqual({
    kind: 'break',
    sinceAt: at,
  });
  expect(standingOf('bob', { present: [here], toldMs: TOLD_MS }, [])).toEqual({ kind: 'out' });
});
it('is what was badged here last and waits for core', () => {
  expect(standingOf('ann', { present: [here], toldMs: TOLD_MS }, [badged('break')])).toEqual({
    kind: 'break',
    sinceAt: at,
  });
  expect(standingOf('ann', { present: [here], toldMs: TOLD_MS }, [badged('break'), badged('back')])).toEqual({
    kind: 'in',
  });
  expect(standingOf('ann', { present: [here], toldMs: TOLD_MS }, [badged('out')])).toEqual({ kind: 'out' });
  expect(standingOf('ann', { present: [here], toldMs: TOLD_MS }, [badged('out', 'refused')])).toEqual({
    kind: 'in',
  });
});
it('is what core has taken from here, until core tells who is here since', () => {
  expect(standingOf('ann', { present: [], toldMs: TOLD_MS }, [badged('in', 'done')]).kind).toBe('in');
  expect(standingOf('ann', { present: [], toldMs: TOLD_MS }, [badged('in', 'done', 0)]).kind).toBe('out');
});
