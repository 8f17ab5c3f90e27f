import { canCorrect, correctedReport, formOf } from './correction';
import type { Entry, ReportBody } from './entry';

const body: ReportBody = {
  commandId: 'c1',
  operation: 'WO-1.10',
  type: 'quantity',
  station: 'oven-1',
  workers: ['w-1'],
  at: '2026-03-02T08:00:00.000Z',
  good: '2',
  scrap: '1',
  scrapReason: 'dent',
  lot: 'nope-1',
};
const refused = (status: number, change: Partial<ReportBody> = {}) =>
  ({
    stage: 'refused',
    problem: { status },
    command: { kind: 'report', body: { ...body, ...change } },
  }) as Entry;

it('can be put right when its contents were refused and it says what was made', () => {
  expect(canCorrect(refused(422))).toBe(true);
  expect(canCorrect(refused(422, { good: undefined, scrap: undefined, reading: { from: 5, to: 9 } }))).toBe(
    true,
  );
  expect(canCorrect(refused(409))).toBe(false);
  expect(canCorrect(refused(422, { good: '0', scrap: undefined }))).toBe(false);
  expect(canCorrect({ ...refused(422), stage: 'queued' })).toBe(false);
});

it('opens its form again', () => {
  expect(formOf(body, 'c1')).toBe('/operator/made?station=oven-1&operation=WO-1.10&correct=c1');
  expect(formOf({ ...body, type: 'complete' }, 'c1')).toContain('finish=yes');
});

it('stays the same deed with other contents: what is left out is gone', () => {
  const { good: _, scrap: __, scrapReason: ___, lot: ____, ...deed } = body;
  expect(correctedReport(body, { good: '3' })).toEqual({ ...deed, good: '3' });
});
