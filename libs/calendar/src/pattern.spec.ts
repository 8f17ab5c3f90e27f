import type { PatternShift } from '@takt/contracts';
import type { CalendarException } from './calendar';
import { checkException, checkPattern } from './pattern';

const shift = (crew: string, start: string, end: string, more: Partial<PatternShift> = {}): PatternShift => ({
  crew,
  name: crew,
  weekdays: [1],
  start,
  end,
  breaks: [],
  ...more,
});
const faultOf = (...shifts: PatternShift[]) => checkPattern({ shifts });
const pause = (...breaks: [string, string][]) => ({ breaks: breaks.map(([start, end]) => ({ start, end })) });

describe('a shift pattern', () => {
  it('is usable when shifts touch and breaks lie inside, over midnight too', () => {
    expect(
      faultOf(
        shift('early', '06:00', '14:00'),
        shift('late', '14:00', '22:00'),
        shift('night', '22:00', '06:00', pause(['23:45', '00:15'], ['02:00', '02:30'])),
      ),
    ).toBeNull();
  });

  it('is refused with a break outside the shift', () => {
    expect(faultOf(shift('early', '06:00', '14:00', pause(['13:45', '14:15'])))).toMatchObject({
      code: 'shift.invalid',
      facts: { shift: 'early', why: '13:45–14:15 ∉ 06:00–14:00' },
    });
    expect(faultOf(shift('early', '06:00', '14:00', pause(['05:30', '05:45'])))).not.toBeNull();
  });

  it('is refused with overlapping breaks, or nothing but break', () => {
    expect(
      faultOf(shift('early', '06:00', '14:00', pause(['10:00', '10:30'], ['10:15', '10:45']))),
    ).toMatchObject({
      facts: { why: '10:00–10:30 ∩ 10:15–10:45' },
    });
    expect(faultOf(shift('short', '06:00', '07:00', pause(['06:00', '07:00'])))).toMatchObject({
      code: 'shift.invalid',
    });
  });

  it('is refused when shifts overlap on one day, over midnight, or over the end of the week', () => {
    const overlap = { code: 'shift.overlap' };
    expect(faultOf(shift('early', '06:00', '14:00'), shift('late', '13:45', '22:00'))).toMatchObject({
      ...overlap,
      facts: { a: 'early', b: 'late' },
    });
    expect(
      faultOf(shift('night', '22:00', '06:30'), shift('early', '06:00', '14:00', { weekdays: [2] })),
    ).toMatchObject(overlap);
    expect(
      faultOf(shift('early', '06:00', '14:00'), shift('night', '22:00', '07:00', { weekdays: [7] })),
    ).toMatchObject(overlap);
    expect(faultOf(shift('whole', '00:00', '24:00', { weekdays: [1, 2, 3, 4, 5, 6, 7] }))).toBeNull();
  });

  it('is refused when a shift ends as it begins: a whole day is said as such', () => {
    expect(faultOf(shift('odd', '08:00', '08:00'))).toMatchObject({
      code: 'shift.invalid',
      facts: { shift: 'odd', reason: 'no-length', hours: '08:00–08:00' },
    });
  });
});

describe('an exception', () => {
  const exception = (more: Partial<CalendarException>): CalendarException => ({
    kind: 'closed',
    line: null,
    station: null,
    worker: null,
    startAt: 1,
    endAt: 2,
    ...more,
  });
  it('lasts a year at most', () => {
    const day = 86_400_000;
    expect(checkException(exception({ startAt: 0, endAt: 366 * day }))).toBeNull();
    expect(checkException(exception({ startAt: 0, endAt: 366 * day + 1 }))).toMatchObject({
      code: 'shift.invalid',
      facts: { reason: 'too-long', days: 367, most: 366 },
    });
  });

  it('lasts, concerns one thing, and an absence is of a worker', () => {
    expect(checkException(exception({}))).toBeNull();
    expect(checkException(exception({ kind: 'absence', worker: 'W1' }))).toBeNull();
    const wrong = [
      { endAt: 1 },
      { line: 'a', station: 'b' },
      { kind: 'absence' as const },
      { worker: 'W1' },
      { endAt: NaN },
    ];
    for (const more of wrong)
      expect(checkException(exception(more))).toMatchObject({ code: 'shift.invalid' });
  });
});
