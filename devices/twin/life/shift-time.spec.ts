import { dayOf, midnightOf, shiftsOn, weekdayOf } from './shift-time';

const zone = 'Europe/Amsterdam';
const iso = (at: number) => new Date(at).toISOString();
const pattern = {
  shifts: [
    { crew: 'late', name: 'l', weekdays: [6], start: '14:00', end: '22:00', breaks: [] },
    {
      crew: 'early',
      name: 'e',
      weekdays: [1, 6],
      start: '06:00',
      end: '14:00',
      breaks: [{ start: '10:00', end: '10:30' }],
    },
    {
      crew: 'night',
      name: 'n',
      weekdays: [6],
      start: '22:00',
      end: '06:00',
      breaks: [{ start: '01:00', end: '01:30' }],
    },
  ],
};

describe('shifts of a day', () => {
  it('are in the plant’s time, over midnight and a change of the clock', () => {
    const [early, late, night] = shiftsOn(pattern, '2026-03-28', zone);
    expect([early?.crew, iso(early?.startAt ?? 0), iso(early?.endAt ?? 0)]).toEqual([
      'early',
      '2026-03-28T05:00:00.000Z',
      '2026-03-28T13:00:00.000Z',
    ]);
    expect(late?.crew).toBe('late');
    expect([iso(night?.startAt ?? 0), iso(night?.endAt ?? 0)]).toEqual([
      '2026-03-28T21:00:00.000Z',
      '2026-03-29T04:00:00.000Z',
    ]);
    expect(iso(night?.breaks[0]?.startAt ?? 0)).toBe('2026-03-29T00:00:00.000Z');
  });

  it('are none on a day off', () => expect(shiftsOn(pattern, '2026-03-29', zone)).toEqual([]));
});

it('days follow the plant’s calendar', () => {
  const late = Date.parse('2026-03-28T23:30:00Z');
  expect([dayOf(late, zone), dayOf(late, zone, 1)]).toEqual(['2026-03-29', '2026-03-30']);
  expect(iso(midnightOf('2026-03-29', zone))).toBe('2026-03-28T23:00:00.000Z');
  expect(weekdayOf('2026-03-29')).toBe(7);
});
