import type { Report } from '@takt/contracts';
import type { Entry } from './outbox/entry';
import { expectedReading } from './readings';

const at = { operation: 'WO-1.10', station: 'press' };
const report = (commandId: string, minute: number, to: number | null, change: Partial<Report> = {}) =>
  ({
    ...{ commandId, type: 'quantity', station: 'press', good: '5', scrap: '0', rework: '0' },
    ...{ reverses: null, reversedBy: null, at: `2026-03-11T08:0${minute}:00Z` },
    reading: to === null ? null : { from: 0, to },
    ...change,
  }) as Report;
const entry = (commandId: string, command: object, stage: Entry['stage'] = 'queued') =>
  ({ commandId, stage, command }) as Entry;
const entered = (commandId: string, to: number, stage?: Entry['stage']) =>
  entry(
    commandId,
    {
      kind: 'report',
      body: { operation: 'WO-1.10', type: 'quantity', good: '5', reading: { from: 0, to } },
    },
    stage,
  );

it('is what core knows, by time', () =>
  expect(expectedReading(at, [report('b', 2, 20), report('a', 1, 10)], [])).toBe(20));
it('is what was entered here after it, once', () => {
  expect(expectedReading(at, [report('a', 1, 10)], [entered('b', 20)])).toBe(20);
  expect(expectedReading(at, [report('a', 1, 10), report('b', 2, 20)], [entered('a', 10, 'done')])).toBe(20);
});
it('leaves out what was refused or taken back', () => {
  const back = entry('c', { kind: 'reverse', of: 'b', operation: 'WO-1.10', reason: 'undo' });
  expect(expectedReading(at, [report('a', 1, 10)], [entered('b', 20, 'refused')])).toBe(10);
  expect(expectedReading(at, [report('a', 1, 10)], [entered('b', 20), back])).toBe(10);
  expect(expectedReading(at, [report('a', 1, 10), report('b', 2, 20)], [back])).toBe(10);
});
it('is not known after pieces that were keyed in', () =>
  expect(expectedReading(at, [report('a', 1, 10), report('b', 2, null)], [])).toBeUndefined());
