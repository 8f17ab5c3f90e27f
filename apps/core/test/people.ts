import { lineRoutes, shiftRoutes, stationRoutes, workerRoutes, type RequestOf } from '@takt/contracts';
import type { TestCore } from './core';

type WorkerBody = NonNullable<RequestOf<typeof workerRoutes.put>['body']>;

/** Early, late and night shift from Monday to Friday, with half an hour of break. */
export const weekdayShifts = (
  [
    ['early', '06:00', '14:00', '10:00', '10:30'],
    ['late', '14:00', '22:00', '18:00', '18:30'],
    ['night', '22:00', '06:00', '02:00', '02:30'],
  ] as const
).map(([crew, start, end, breakStart, breakEnd]) => ({
  crew,
  name: crew,
  weekdays: [1, 2, 3, 4, 5],
  start,
  end,
  breaks: [{ start: breakStart, end: breakEnd }],
}));

/** Sets up a line with {@link weekdayShifts} and two stations, `<line>-1` and `<line>-2`. */
export async function staffedLine(core: TestCore, line: string, token?: string): Promise<void> {
  const options = token === undefined ? {} : { token };
  await core.call(
    shiftRoutes.putPattern,
    { params: { pattern: `${line}-week` }, body: { name: 'Week', shifts: weekdayShifts } },
    options,
  );
  await core.call(
    lineRoutes.put,
    { params: { line }, body: { name: line, position: 1, shiftPattern: `${line}-week` } },
    options,
  );
  for (const position of [1, 2])
    await core.call(
      stationRoutes.put,
      {
        params: { station: `${line}-${position}` },
        body: {
          line,
          name: `${line} ${position}`,
          position,
          capabilities: [],
          changeover: null,
          countSource: 'terminal',
          microstopSec: 60,
          silentSec: 60,
          costPerHour: 0,
          active: true,
        },
      },
      options,
    );
}

/** A worker as the API takes one. */
export const workerBody = (change: Partial<WorkerBody> = {}): WorkerBody => ({
  name: 'Ann',
  line: null,
  crew: null,
  badge: null,
  language: 'en',
  skills: [],
  ratePerHour: 0,
  active: true,
  ...change,
});
