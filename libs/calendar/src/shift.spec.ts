import type { PatternShift } from '@takt/contracts';
import type { CalendarException, WorkCalendar } from './calendar';
import { measure, type Interval } from './interval';
import { maintenanceIn, overtimeIn, shiftAt, shiftsIn, workingTime } from './shift';

const H = 3_600_000;
const at = (text: string) => Date.parse(text);
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);
const shift = (crew: string, start: string, end: string, more: Partial<PatternShift> = {}): PatternShift => ({
  crew,
  name: crew,
  weekdays: [1, 2, 3, 4, 5],
  start,
  end,
  breaks: [],
  ...more,
});
const threeShifts = {
  shifts: [
    shift('early', '06:00', '14:00', { breaks: [{ start: '10:00', end: '10:30' }] }),
    shift('late', '14:00', '22:00'),
    shift('night', '22:00', '06:00', { breaks: [{ start: '02:30', end: '03:00' }] }),
  ],
};
const exception = (
  kind: CalendarException['kind'],
  start: string,
  end: string,
  scope = {},
): CalendarException => ({
  kind,
  line: null,
  station: null,
  worker: null,
  startAt: at(start),
  endAt: at(end),
  ...scope,
});
const calendar = (more: Partial<WorkCalendar> = {}): WorkCalendar => ({
  zone: 'Asia/Shanghai',
  pattern: threeShifts,
  exceptions: [],
  line: 'bakery',
  station: null,
  ...more,
});
const day = (text: string, zone = '+08:00'): Interval => [
  at(`${text}T00:00${zone}`),
  at(`${text}T24:00${zone}`),
];

describe('shifts of a week', () => {
  it('fall on their day with their working time', () => {
    const [nightBefore, early, late, night] = shiftsIn(calendar(), day('2026-03-04')); // a Wednesday
    expect([nightBefore.key, early.key, late.key, night.key]).toEqual([
      '2026-03-03T22:00/night',
      '2026-03-04T06:00/early',
      '2026-03-04T14:00/late',
      '2026-03-04T22:00/night',
    ]);
    expect(measure(early.work) / H).toBe(7.5);
    expect(early.work.map(([from, to]) => [iso(from), iso(to)])).toEqual([
      ['2026-03-03T22:00', '2026-03-04T02:00'],
      ['2026-03-04T02:30', '2026-03-04T06:00'],
    ]);
  });

  it('belong to the day on which they open: the Friday night shift is Friday’s on Saturday morning', () => {
    const found = shiftAt(calendar(), at('2026-03-07T05:59:59+08:00'));
    expect([found?.crew, found?.day]).toEqual(['night', '2026-03-06']);
    expect(shiftAt(calendar(), at('2026-03-07T06:00+08:00'))).toBeUndefined();
  });

  it('hold their first instant and not their last', () => {
    expect(shiftAt(calendar(), at('2026-03-04T14:00+08:00'))?.crew).toBe('late');
    expect(shiftAt(calendar(), at('2026-03-04T13:59:59.999+08:00'))?.crew).toBe('early');
  });

  it('last to midnight and around the clock', () => {
    const pattern = { shifts: [shift('day', '08:00', '24:00')] };
    const [only] = shiftsIn(calendar({ pattern }), day('2026-03-04'));
    expect(only.endAt).toBe(at('2026-03-05T00:00+08:00'));
    const whole = { shifts: [shift('whole', '06:00', '06:00', { weekdays: [1, 2, 3, 4, 5, 6, 7] })] };
    expect(measure(workingTime(calendar({ pattern: whole }), day('2026-03-04'))) / H).toBe(24);
  });

  it('without a pattern: around the clock, in no shifts', () => {
    const always = calendar({
      pattern: null,
      exceptions: [exception('closed', '2026-03-04T00:00+08:00', '2026-03-04T06:00+08:00')],
    });
    expect(measure(workingTime(always, day('2026-03-04'))) / H).toBe(18);
    expect(shiftsIn(always, day('2026-03-04'))).toEqual([]);
  });
});

describe('a night shift over a change of the clock', () => {
  const hours = (zone: string, when: string) => {
    const found = shiftAt(
      calendar({
        zone,
        pattern: {
          shifts: [
            shift('night', '22:00', '06:00', {
              weekdays: [6, 7],
              breaks: [{ start: '02:30', end: '03:00' }],
            }),
          ],
        },
      }),
      at(when),
    );
    return found && [(found.endAt - found.startAt) / H, measure(found.work) / H, found.day];
  };
  it('is an hour shorter in spring and an hour longer in autumn; its break keeps its length', () => {
    expect(hours('America/New_York', '2026-03-08T05:00Z')).toEqual([7, 6.5, '2026-03-07']);
    expect(hours('America/New_York', '2026-11-01T05:00Z')).toEqual([9, 8.5, '2026-10-31']);
    expect(hours('Europe/Amsterdam', '2026-03-29T00:00Z')).toEqual([7, 6.5, '2026-03-28']);
    expect(hours('Europe/Amsterdam', '2026-10-25T00:00Z')).toEqual([9, 8.5, '2026-10-24']);
    expect(hours('Asia/Shanghai', '2026-03-28T18:00Z')).toEqual([8, 7.5, '2026-03-28']);
  });

  it('does not take place inside the hour that the clock skips', () => {
    const pattern = { shifts: [shift('odd', '02:10', '02:50', { weekdays: [7] })] };
    const newYork = calendar({ zone: 'America/New_York', pattern });
    expect(shiftsIn(newYork, day('2026-03-08', '-05:00')).map((one) => iso(one.startAt))).toEqual([
      '2026-03-08T07:10',
    ]);
    const gone = { shifts: [shift('odd', '02:40', '03:10', { weekdays: [7] })] };
    expect(shiftsIn({ ...newYork, pattern: gone }, day('2026-03-08', '-05:00'))).toEqual([]);
  });
});

describe('exceptions', () => {
  const wednesday = day('2026-03-04');
  const hoursOf = (exceptions: CalendarException[], station: string | null = null) =>
    measure(workingTime(calendar({ exceptions, station }), wednesday)) / H;

  it('close a line, a station or the plant', () => {
    const span = ['2026-03-04T06:00+08:00', '2026-03-04T14:00+08:00'] as const;
    expect(hoursOf([])).toBe(23);
    expect(hoursOf([exception('closed', ...span)])).toBe(15.5);
    expect(hoursOf([exception('closed', ...span, { line: 'bakery' })])).toBe(15.5);
    expect(hoursOf([exception('closed', ...span, { line: 'gifts' })])).toBe(23);
    expect(hoursOf([exception('closed', ...span, { station: 'oven-1' })])).toBe(23);
    expect(hoursOf([exception('closed', ...span, { station: 'oven-1' })], 'oven-1')).toBe(15.5);
  });

  it('speak the later the nearer they are', () => {
    const holiday = exception('closed', '2026-03-04T00:00+08:00', '2026-03-05T00:00+08:00');
    const extra = exception('extra', '2026-03-04T08:00+08:00', '2026-03-04T12:00+08:00', { line: 'bakery' });
    const broken = exception('closed', '2026-03-04T11:00+08:00', '2026-03-04T12:00+08:00', {
      station: 'oven-1',
    });
    expect(hoursOf([holiday])).toBe(0);
    expect(hoursOf([extra, holiday])).toBe(4);
    expect(hoursOf([broken, extra, holiday], 'oven-1')).toBe(3);
  });

  it('take out maintenance, whatever else is said', () => {
    const extra = exception('extra', '2026-03-04T10:00+08:00', '2026-03-04T10:30+08:00');
    const service = exception('maintenance', '2026-03-04T09:00+08:00', '2026-03-04T11:00+08:00', {
      station: 'oven-1',
    });
    expect(hoursOf([extra], 'oven-1')).toBe(23.5);
    expect(hoursOf([extra, service], 'oven-1')).toBe(21.5);
    const oven = calendar({ exceptions: [service], station: 'oven-1' });
    expect(measure(maintenanceIn(oven, wednesday)) / H).toBe(1.5); // half an hour of it is the break
  });

  it('offer overtime only where nothing works', () => {
    const offer = exception('overtime', '2026-03-07T04:00+08:00', '2026-03-07T10:00+08:00', {
      line: 'bakery',
    });
    const saturday = day('2026-03-07');
    expect(overtimeIn(calendar({ exceptions: [offer] }), saturday)).toEqual([
      [at('2026-03-07T06:00+08:00'), at('2026-03-07T10:00+08:00')],
    ]);
    expect(measure(workingTime(calendar({ exceptions: [offer] }), saturday)) / H).toBe(5.5);
    const closed = exception('closed', '2026-03-07T08:00+08:00', '2026-03-07T10:00+08:00', {
      station: 'oven-1',
    });
    expect(
      measure(overtimeIn(calendar({ exceptions: [offer, closed], station: 'oven-1' }), saturday)) / H,
    ).toBe(2);
  });

  it('make a shift of extra work outside the pattern, and none of a closed one', () => {
    const extra = exception('extra', '2026-03-07T04:00+08:00', '2026-03-07T10:00+08:00');
    const closed = exception('closed', '2026-03-06T13:00+08:00', '2026-03-06T22:00+08:00');
    const keys = shiftsIn(calendar({ exceptions: [extra, closed] }), [
      day('2026-03-06')[0],
      day('2026-03-07')[1],
    ]).map((one) => one.key);
    expect(keys).toEqual([
      '2026-03-05T22:00/night',
      '2026-03-06T06:00/early',
      '2026-03-06T22:00/night',
      '2026-03-07T06:00/extra',
    ]);
  });

  it('name the same extra shift for every window that touches it', () => {
    const extra = exception('extra', '2026-03-07T04:00+08:00', '2026-03-07T10:00+08:00');
    const narrow = shiftsIn(calendar({ exceptions: [extra] }), [
      at('2026-03-07T09:00+08:00'),
      at('2026-03-07T09:01+08:00'),
    ]);
    expect(narrow.map((one) => one.key)).toEqual(['2026-03-07T06:00/extra']);
    const long = exception('extra', '2026-03-08T20:00+08:00', '2026-03-09T08:00+08:00'); // into Monday's early shift
    const evening: Interval = [at('2026-03-08T21:00+08:00'), at('2026-03-08T22:00+08:00')];
    const [found] = shiftsIn(calendar({ exceptions: [long] }), evening);
    expect([found.key, iso(found.endAt)]).toEqual(['2026-03-08T20:00/extra', '2026-03-08T22:00']);
  });
});
