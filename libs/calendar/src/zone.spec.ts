import {
  addDays,
  dayOf,
  endOfHour,
  instantOf,
  mondayOf,
  startOfDay,
  wallClockOf,
  weekOf,
  weekdayOf,
} from './zone';

const iso = (instant: number) => new Date(instant).toISOString();

describe('wall clock', () => {
  it('reads a time in a zone without summer time', () => {
    expect(iso(instantOf('2026-07-01', '08:00', 'Asia/Shanghai'))).toBe('2026-07-01T00:00:00.000Z');
    expect(dayOf(Date.parse('2026-06-30T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-07-01');
    expect(dayOf(Date.parse('2026-06-30T15:59:59Z'), 'Asia/Shanghai')).toBe('2026-06-30');
  });

  it.each(['Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Chatham', 'America/St_Johns', 'Pacific/Apia'])(
    'a day ends to the millisecond where the clocks of %s say so, asked for once or again',
    (timeZone) => {
      const byIntl = new Intl.DateTimeFormat('sv-SE', { timeZone });
      for (let day = '2026-03-27'; day <= '2026-04-08'; day = addDays(day, 1)) {
        const midnight = startOfDay(day, timeZone);
        for (const at of [midnight, midnight - 1, midnight + 1, midnight - 1])
          expect(dayOf(at, timeZone)).toBe(byIntl.format(at));
      }
    },
  );

  it('moves a skipped time on by the skipped hour', () => {
    expect(iso(instantOf('2026-03-08', '02:30', 'America/New_York'))).toBe('2026-03-08T07:30:00.000Z'); // 03:30 EDT
    expect(iso(instantOf('2026-03-29', '02:00', 'Europe/Amsterdam'))).toBe('2026-03-29T01:00:00.000Z'); // 03:00 CEST
  });

  it('takes the first of a time that comes twice', () => {
    expect(iso(instantOf('2026-11-01', '01:30', 'America/New_York'))).toBe('2026-11-01T05:30:00.000Z'); // EDT
    expect(iso(instantOf('2026-10-25', '02:30', 'Europe/Amsterdam'))).toBe('2026-10-25T00:30:00.000Z'); // CEST
  });

  it('knows 24:00', () => {
    expect(instantOf('2026-12-31', '24:00', 'Asia/Shanghai')).toBe(startOfDay('2027-01-01', 'Asia/Shanghai'));
  });

  it('begins a day after midnight where midnight is skipped', () => {
    expect(iso(startOfDay('2026-04-24', 'Africa/Cairo'))).toBe('2026-04-23T22:00:00.000Z'); // 01:00 at +03:00
  });

  it('names weekdays and weeks', () => {
    expect(weekdayOf('2026-01-05')).toBe(1);
    expect(weekOf('2027-01-01')).toBe('2026-W53');
    expect(weekOf('2026-01-05')).toBe('2026-W02');
    expect(mondayOf('2026-W53')).toBe('2026-12-28');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  });

  it('ends clock hours of zones with half hours', () => {
    const at = Date.parse('2026-01-05T06:10:00Z'); // 11:40 in India
    expect(iso(endOfHour(at, 'Asia/Kolkata'))).toBe('2026-01-05T06:30:00.000Z');
    expect(wallClockOf(at, 'Asia/Kolkata')).toBe('2026-01-05T11:40+05:30');
  });
});
