import { decideBadge, forgottenEnd } from './attendance';
import type { WorkCalendar } from './calendar';

describe('a badge', () => {
  it('begins and ends a presence; a double tap changes nothing', () => {
    expect(decideBadge(null, 'in', 10)).toEqual({ kind: 'in', inAt: 10 });
    expect(decideBadge({ inAt: 10 }, 'out', 50)).toEqual({ kind: 'out', inAt: 10, outAt: 50 });
    expect(decideBadge({ inAt: 10 }, 'in', 11)).toEqual({ kind: 'repeated' });
    expect(decideBadge(null, 'out', 51)).toEqual({ kind: 'repeated' });
    expect(decideBadge({ inAt: 10 }, 'out', 9)).toEqual({ kind: 'stale' });
  });
});

describe('a forgotten badge-out', () => {
  const at = (time: string) => Date.parse(`2026-03-04T${time}+08:00`);
  const shift = { crew: 'early', name: 'Early', weekdays: [3], start: '06:00', end: '14:00', breaks: [] };
  const line: WorkCalendar = {
    zone: 'Asia/Shanghai',
    pattern: { shifts: [shift] },
    exceptions: [],
    line: 'bakery',
  };
  const end = (inAt: string, now: string) => forgottenEnd({ inAt: at(inAt) }, line, 1_800_000, at(now));

  it('ends with the shift, after a grace', () => {
    expect(end('05:40', '14:29')).toBeNull();
    expect(end('05:40', '14:30')).toBe(at('14:00'));
    expect(end('13:59', '14:30')).toBe(at('14:00'));
  });

  it('of somebody who came early for the next shift ends with that one', () => {
    const late = { ...shift, crew: 'late', start: '14:00', end: '22:00' };
    const both = { ...line, pattern: { shifts: [shift, late] } };
    expect(forgottenEnd({ inAt: at('13:30') }, both, 0, at('23:00'))).toBe(at('22:00'));
  });

  it('outside any shift ends after twelve hours', () => {
    expect(end('03:00', '15:29')).toBeNull();
    expect(end('03:00', '15:30')).toBe(at('15:00'));
  });
});
