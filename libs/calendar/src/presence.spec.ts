import fc from 'fast-check';
import type { WorkCalendar } from './calendar';
import { isExpected, missingIn, presencesOf, presentIn, shiftEndAfter, type Badge } from './presence';
import { shiftsIn } from './shift';

const zone = 'Asia/Shanghai';
const MINUTE = 60_000;
const DAY = Date.parse('2026-03-04T00:00+08:00'); // a Wednesday
const at = (time: string, day = 0): number => {
  const [hour, minute] = time.split(':').map(Number);
  return DAY + day * 86_400_000 + (hour * 60 + minute) * MINUTE;
};
const shift = (crew: string, start: string, end: string) => ({
  crew,
  name: crew,
  weekdays: [1, 2, 3, 4, 5],
  start,
  end,
  breaks: [],
});
const bakery: WorkCalendar = {
  zone,
  pattern: {
    shifts: [
      shift('early', '06:00', '14:00'),
      shift('late', '14:00', '22:00'),
      shift('night', '22:00', '06:00'),
    ],
  },
  exceptions: [],
  line: 'bakery',
};
const ann = { id: 'ANN', crew: 'early' };
const badge = (direction: Badge['direction'], time: string, day = 0): Badge => ({
  id: `${direction} ${time}${day === 0 ? '' : ` +${day}`}`,
  direction,
  at: at(time, day),
});
const clock = (instant: number): string => new Date(instant - DAY).toISOString().slice(11, 16);
const told = (badges: Badge[], now = at('23:59', 3)): string[] =>
  presencesOf(badges, (inAt) => shiftEndAfter(ann, bakery, inAt), now).map(
    ({ inAt, outAt, endedBy }) =>
      `${clock(inAt)}–${outAt === null ? '' : clock(outAt)}${outAt !== null && endedBy === null ? ' cut' : ''}`,
  );

describe('presences from badges', () => {
  it.each<[string, Badge[], string[]]>([
    ['in and out', [badge('in', '05:50'), badge('out', '14:05')], ['05:50–14:05']],
    [
      'in twice is one presence',
      [badge('in', '06:00'), badge('in', '09:00'), badge('out', '14:00')],
      ['06:00–14:00'],
    ],
    [
      'away over noon',
      [badge('in', '06:00'), badge('out', '11:00'), badge('in', '11:30'), badge('out', '14:00')],
      ['06:00–11:00', '11:30–14:00'],
    ],
    ['out without in has no length', [badge('out', '14:00')], ['14:00–14:00']],
    [
      'out twice within ten minutes is one leaving',
      [badge('in', '06:00'), badge('out', '14:00'), badge('out', '14:05')],
      ['06:00–14:00'],
    ],
    [
      'out twice later is a leaving without arrival',
      [badge('in', '06:00'), badge('out', '14:00'), badge('out', '16:00')],
      ['06:00–14:00', '16:00–16:00'],
    ],
    ['out forgotten is cut off at the end of the shift', [badge('in', '06:00')], ['06:00–14:00 cut']],
    [
      'forgotten on two days',
      [badge('in', '06:00'), badge('in', '06:00', 1), badge('out', '14:00', 1)],
      ['06:00–14:00 cut', '06:00–14:00'],
    ],
    [
      'a break is not attended, however often it is badged',
      [
        badge('in', '06:00'),
        badge('break', '09:00'),
        badge('break', '09:01'),
        badge('back', '09:20'),
        badge('out', '14:00'),
      ],
      ['06:00–09:00', '09:20–14:00'],
    ],
    [
      'who leaves from a break has left when it began',
      [badge('in', '06:00'), badge('break', '13:00'), badge('out', '13:05')],
      ['06:00–13:00'],
    ],
    [
      'coming again ends a break too',
      [badge('in', '06:00'), badge('break', '09:00'), badge('in', '09:20'), badge('out', '14:00')],
      ['06:00–09:00', '09:20–14:00'],
    ],
    ['a break of somebody who is not here is none', [badge('break', '09:00')], []],
    [
      'a break that nobody ended ends the day',
      [badge('in', '06:00'), badge('break', '09:00'), badge('in', '06:00', 1), badge('out', '14:00', 1)],
      ['06:00–09:00', '06:00–14:00'],
    ],
    ['overtime ends with the badge', [badge('in', '06:00'), badge('out', '19:30')], ['06:00–19:30']],
    [
      'a badge far behind the shift belongs to nothing',
      [badge('in', '06:00'), badge('out', '20:30')],
      ['06:00–14:00 cut', '20:30–20:30'],
    ],
  ])('%s', (_, badges, expected) => {
    expect(told(badges)).toEqual(expected);
    expect(told([...badges].reverse())).toEqual(expected);
  });

  it('stay open until half an hour after the shift', () => {
    const badges = [badge('in', '06:00')];
    expect(told(badges, at('14:30'))).toEqual(['06:00–']);
    expect(told(badges, at('14:31'))).toEqual(['06:00–14:00 cut']);
  });

  it('never overlap, and hold every arrival', () => {
    const badges = fc.uniqueArray(
      fc.record({ direction: fc.constantFrom<'in' | 'out'>('in', 'out'), minute: fc.nat({ max: 3 * 1440 }) }),
      { selector: ({ minute }) => minute, maxLength: 14 },
    );
    fc.assert(
      fc.property(badges, (drawn) => {
        const all = drawn.map(({ direction, minute }) => ({
          id: `${minute}`,
          direction,
          at: DAY + minute * MINUTE,
        }));
        const now = at('00:00', 5);
        const found = presencesOf(all, (inAt) => shiftEndAfter(ann, bakery, inAt), now);
        for (const [i, presence] of found.entries()) {
          expect(presence.outAt).not.toBeNull();
          expect(presence.inAt).toBeLessThanOrEqual(presence.outAt ?? 0);
          if (i > 0) expect(found[i - 1].outAt).toBeLessThanOrEqual(presence.inAt);
        }
        for (const { direction, at: instant } of all)
          if (direction === 'in')
            expect(found.some(({ inAt, outAt }) => inAt <= instant && instant <= (outAt ?? 0))).toBe(true);
      }),
    );
  });

  it('are the same when told again from the presence before a late badge on', () => {
    const badges = fc.uniqueArray(
      fc.record({ direction: fc.constantFrom<'in' | 'out'>('in', 'out'), minute: fc.nat({ max: 3 * 1440 }) }),
      { selector: ({ minute }) => minute, minLength: 1, maxLength: 14 },
    );
    const closesAt = (inAt: number) => shiftEndAfter(ann, bakery, inAt);
    const now = at('00:00', 5);
    fc.assert(
      fc.property(badges, (drawn) => {
        const all = drawn.map(({ direction, minute }) => ({
          id: `${minute}`,
          direction,
          at: DAY + minute * MINUTE,
        }));
        const late = all[0];
        const before = presencesOf(all.slice(1), closesAt, now);
        const from = before.filter(({ inAt }) => inAt <= late.at).at(-1)?.inAt ?? late.at;
        const kept = before.filter(({ inAt }) => inAt < from);
        const again = presencesOf(
          all.filter((one) => one.at >= from),
          closesAt,
          now,
        );
        expect([...kept, ...again]).toEqual(presencesOf(all, closesAt, now));
      }),
    );
  });
});

describe('the shift of an arrival', () => {
  it.each<[string, string | null, string, string]>([
    ['the own crew, early', 'early', '04:10', '14:00'],
    ['the own crew although another one is on', 'early', '05:55', '14:00'],
    ['another crew when the own is not on', 'early', '15:00', '22:00'],
    ['without a crew the later one', null, '05:00', '14:00'],
  ])('%s', (_, crew, arrival, end) => {
    expect(clock(shiftEndAfter({ crew }, bakery, at(arrival)))).toBe(end);
  });

  it('is twelve hours long when there is none', () => {
    expect(clock(shiftEndAfter(ann, bakery, at('09:00', 4)))).toBe('21:00'); // a Sunday
  });
});

describe('expected', () => {
  const absent: WorkCalendar = {
    ...bakery,
    exceptions: [
      { kind: 'absence', line: null, station: null, worker: 'ANN', startAt: at('00:00'), endAt: at('10:00') },
    ],
  };
  it.each<[string, WorkCalendar, Badge, boolean]>([
    ['to come for the shift', bakery, badge('in', '05:50'), true],
    ['not for another crew', bakery, badge('in', '15:00'), false],
    ['not while absent', absent, badge('in', '08:00'), false],
    ['to leave at the end', bakery, badge('out', '13:55'), true],
    ['not to leave at ten', bakery, badge('out', '10:00'), false],
    ['to leave when absent', absent, badge('out', '09:00'), true],
  ])('%s', (_, calendar, read, expected) => {
    expect(isExpected(ann, calendar, read)).toBe(expected);
  });
});

it('who passes through is not present in the shift before', () => {
  const [early] = shiftsIn(bakery, [at('06:00'), at('06:01')]);
  const there = (worker: string, from: string, to: string | null) => ({
    worker,
    inAt: at(from),
    outAt: to === null ? null : at(to),
  });
  const presences = [
    there('LATE', '13:45', null),
    there('ANN', '05:50', '14:01'),
    there('BEN', '07:00', '08:00'),
    there('ANN', '14:02', '14:04'),
  ];
  expect(presentIn(early, presences, at('20:00'))).toEqual(['ANN', 'BEN']);
  expect(presentIn(early, presences, at('13:50'))).toEqual(['ANN', 'BEN', 'LATE']);
});

describe('missing', () => {
  const [early] = shiftsIn(bakery, [at('06:00'), at('06:01')]);
  it.each<[string, string[], string, string[]]>([
    ['nobody in the first quarter of an hour', ['ANN'], '06:14', []],
    ['who has not come by then', ['ANN'], '06:15', ['BEN']],
    ['nobody where nobody is here', ['LATE'], '08:00', []],
    ['nobody after the shift', ['ANN'], '14:00', []],
  ])('%s', (_, here, now, expected) => {
    expect(missingIn(early, ['ANN', 'BEN'], new Set(here), at(now))).toEqual(expected);
  });
});
