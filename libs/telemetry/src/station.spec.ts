import type { DeviceChannel } from '@takt/contracts';
import * as fc from 'fast-check';
import { hear, UNHEARD, type Heard, type StationMemory } from './station';

const LIMITS = { silentMs: 100 };
const said = (
  [boot, seq, at = seq]: [string, number, number?],
  channel: DeviceChannel,
  fields: object,
): Heard => ({
  boot,
  seq,
  at,
  channel,
  receivedAt: at,
  message: { boot, seq, at, ...fields } as never,
});
const state = (boot: string, seq: number, value: string) => said([boot, seq], 'state', { state: value });
const alarm = (boot: string, seq: number, active: boolean) =>
  said([boot, seq], 'alarm', { code: 'hot', severity: 'critical', active });
const counted = (boot: string, seq: number, good: number) => said([boot, seq], 'count', { good, scrap: 0 });
const after = (...batches: Heard[][]): StationMemory =>
  batches.reduce((memory, batch) => hear(memory, batch, LIMITS).memory, UNHEARD);

describe('a station hears its device', () => {
  it('and keeps state, counts, values, alarms and the newest receipt', () => {
    const { memory, deltas } = hear(
      UNHEARD,
      [
        said(['a', 0], 'status', { online: true }),
        state('a', 1, 'running'),
        counted('a', 2, 5),
        said(['a', 3], 'measure', { values: { oven_c: 180 } }),
        alarm('a', 4, true),
        counted('a', 5, 7),
      ],
      LIMITS,
    );
    expect(memory.track).toMatchObject({ state: 'running', since: 1, seq: 5, online: true });
    expect(deltas.map(({ good }) => good)).toEqual([5, 2]);
    expect(memory).toMatchObject({
      measures: { oven_c: 180 },
      heardAt: 5,
      alarms: [{ code: 'hot', since: 4 }],
    });
  });

  it('and hands late messages back without a change to what is live', () => {
    const before = after([state('a', 1, 'running'), counted('a', 5, 9), state('a', 6, 'idle')]);
    const step = hear(before, [counted('a', 3, 4), state('a', 2, 'fault')], LIMITS);
    expect(step.lateSignals.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(step.lateReadings.map(({ seq }) => seq)).toEqual([3]);
    expect(step.memory).toEqual(before);
  });

  it('and takes a reading that overtook only messages of other channels as it is', () => {
    const before = after([counted('a', 1, 4), state('a', 3, 'idle')]);
    const step = hear(before, [counted('a', 2, 6)], LIMITS);
    expect([step.deltas.map(({ good }) => good), step.lateReadings]).toEqual([[2], []]);
  });

  it('of which a late word brings no ended alarm back, and a missing end is not overheard', () => {
    const active = (memory: StationMemory) => memory.alarms.filter((one) => one.active).length;
    expect(active(after([alarm('a', 5, false)], [alarm('a', 3, true)]))).toBe(0);
    expect(active(after([alarm('a', 3, true), state('a', 9, 'idle')], [alarm('a', 5, false)]))).toBe(0);
  });

  it('of which an older boot overwrites no value', () => {
    const values = (boot: string, seq: number, c: number) =>
      said([boot, seq, c], 'measure', { values: { c } });
    expect(after([values('a', 9, 10), values('b', 0, 20)], [values('a', 10, 11)]).measures).toEqual({
      c: 20,
    });
  });

  it('with the same result however its messages fall into batches', () => {
    const script = [
      said(['a', 0], 'status', { online: true }),
      state('a', 1, 'running'),
      counted('a', 2, 3),
      alarm('a', 3, true),
      counted('a', 4, 9),
      state('a', 5, 'fault'),
      alarm('a', 6, false),
      said(['b', 0, 20], 'status', { online: true }),
      said(['b', 1, 30], 'count', { good: 4, scrap: 1 }),
    ];
    fc.assert(
      fc.property(fc.array(fc.nat(script.length), { maxLength: 4 }), (cuts) => {
        const marks = [0, ...cuts.sort((x, y) => x - y), script.length];
        const batches = marks.slice(1).map((end, i) => script.slice(marks[i], end));
        expect(after(...batches)).toEqual(after(script));
      }),
    );
  });
});
