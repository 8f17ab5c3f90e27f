import { cellsIn, type Interval, type WorkCalendar } from '@takt/calendar';
import type { MachineState } from '@takt/contracts';
import { deriveCounts, deriveStates, tailOf, type CounterReading, type Signal } from '@takt/telemetry';
import * as fc from 'fast-check';
import { addSums, bucketSums, input, pieces, stationTime, type InputName, type Sums } from '../src';

const MIN = 60_000;
const plant: WorkCalendar = { zone: 'America/New_York', pattern: null, exceptions: [] };
const night: Interval = [Date.parse('2026-11-01T00:00-04:00'), Date.parse('2026-11-01T06:00-05:00')]; // the clock goes back
const cells = cellsIn(plant, night);

/** Everything from device messages to the hours of the figures. */
function hoursOf(signals: readonly Signal[], readings: readonly CounterReading[]): Map<string, Sums> {
  const { spans, track } = deriveStates(signals, 15 * MIN);
  const all = [...spans, ...(track ? tailOf(track, 15 * MIN, night[1]) : [])];
  const facts = all.map((span) => ({ ...span, planned: false, endAt: span.endAt ?? night[1] }));
  const counted = deriveCounts(readings).deltas.flatMap(({ at, good, scrap }) =>
    pieces(
      {
        at,
        good,
        scrap,
        rework: 0,
        runSecPerUnit: 6,
        labourSecPerUnit: 6,
        unitValue: 1,
        last: true,
        repair: false,
      },
      cells,
    ),
  );
  return bucketSums([...stationTime(facts, [night], cells), ...counted], 'hour');
}

const NAMES: InputName[] = [
  'plannedBusySec',
  'productionSec',
  'unknownSec',
  'failures',
  'producedQty',
  'goodQty',
];
const plain = (hours: Map<string, Sums>) =>
  [...hours].map(([hour, sums]) => [hour, ...NAMES.map((name) => input(sums, name).toNumber())]).sort();

const message = fc.record({
  gap: fc.integer({ min: 1, max: 25 }),
  state: fc.constantFrom<MachineState | undefined>('running', 'running', 'idle', 'fault', undefined),
  made: fc.nat(9),
});

describe('figures from device messages', () => {
  it('are the same in any order of arrival and with duplicates', () => {
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 20 }),
        fc.infiniteStream(fc.nat(99)),
        (messages, shuffle) => {
          let [at, good] = [night[0], 0];
          const stamps = messages.map(({ gap, state, made }, seq) => {
            at += gap * MIN;
            good += made;
            return { boot: 'a', seq, at, good, scrap: 0, ...(state && { state }) };
          });
          const ranked = [...stamps, ...stamps].map((one) => ({ one, rank: shuffle.next().value }));
          const mixed = ranked.sort((a, b) => a.rank - b.rank).map(({ one }) => one);
          expect(plain(hoursOf(mixed, mixed))).toEqual(plain(hoursOf(stamps, stamps)));
          const inside = stamps.filter((one) => one.at < night[1]);
          const whole = addSums([...hoursOf(stamps, stamps).values()]);
          expect(input(whole, 'goodQty').toNumber()).toBe(inside.at(-1)?.good ?? 0);
        },
      ),
    );
  });
});
