import type { Line, ScheduleEntry, ShiftException, ShiftInstance, Station } from '@takt/contracts';
import { closedSpans, planOf } from './plan-of';

const span = (startMs: number, endMs: number) => ({ startMs, endMs });
const at = (hour: number) => `2026-03-11T${String(hour).padStart(2, '0')}:00:00Z`;
const window = span(Date.parse(at(0)), Date.parse(at(20)));
const station = (id: string, line: string, position: number) => ({ id, line, position, name: id }) as Station;
const hours = (spans: readonly { startMs: number; endMs: number }[]) =>
  spans.map(({ startMs, endMs }) => `${new Date(startMs).getUTCHours()}-${new Date(endMs).getUTCHours()}`);
const plan = (exceptions: ShiftException[] = [], changed: ReadonlySet<string> = new Set(['WO-1.10'])) =>
  planOf(
    {
      entries: [
        {
          operation: 'WO-1.10',
          workOrder: 'WO-1',
          item: 'RYE',
          station: 'oven',
          startAt: at(7),
          runStartAt: at(8),
          endAt: at(9),
          dueAt: at(8),
          late: true,
          fixed: null,
        } as ScheduleEntry,
      ],
      frozenUntil: at(10),
      stations: [station('pack', 'a', 2), station('uv', 'b', 1), station('oven', 'a', 1)],
      lines: [
        { id: 'b', position: 1, name: 'Gifts' } as Line,
        { id: 'a', position: 2, name: 'Bakery' } as Line,
      ],
      shifts: [{ line: 'a', work: [{ startAt: at(6), endAt: at(14) }] } as ShiftInstance],
      exceptions,
      changed,
      window,
    },
    { station: ({ name }) => name, line: ({ name }) => name, item: (id) => `item ${id}` },
  );

it('finds the time between the working intervals', () =>
  expect(closedSpans([span(5, 7), span(2, 4), span(3, 5)], span(0, 10))).toEqual([span(0, 2), span(7, 10)]));
it('is closed all day without a shift', () => expect(closedSpans([], span(0, 10))).toEqual([span(0, 10)]));
it('does not look beyond the window', () =>
  expect(closedSpans([span(-5, 3), span(9, 20)], span(0, 10))).toEqual([span(3, 9)]));

it('puts stations in the order of their lines', () =>
  expect(plan().rows.map(({ id, group }) => `${group} ${id}`)).toEqual([
    'Gifts uv',
    'Bakery oven',
    'Bakery pack',
  ]));
it('greys what the line does not work', () =>
  expect(hours(plan().rows[1]?.closed ?? [])).toEqual(['0-6', '14-20']));
it('greys the maintenance of a station, and only there', () => {
  const exceptions = [
    { station: 'oven', kind: 'maintenance', startAt: at(8), endAt: at(9) } as ShiftException,
  ];
  expect(hours(plan(exceptions).rows[1]?.closed ?? [])).toEqual(['0-6', '8-9', '14-20']);
  expect(hours(plan(exceptions).rows[2]?.closed ?? [])).toEqual(['0-6', '14-20']);
});
it('marks what differs from the version before', () => {
  expect(plan().bars[0]?.changed).toBe(true);
  expect(plan([], new Set()).bars[0]).not.toHaveProperty('changed');
});
it('draws an operation with its changeover and its due date', () =>
  expect(plan().bars[0]).toMatchObject({
    id: 'WO-1.10',
    row: 'oven',
    label: 'item RYE WO-1',
    group: 'WO-1',
    late: true,
    runStartMs: Date.parse(at(8)),
    endMs: Date.parse(at(9)),
  }));
