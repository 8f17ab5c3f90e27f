import type { DeviceProfile } from '../../kit';
import { oven } from '../../oven/profile';
import { Rehearsal } from '../test/rehearsal';
import { Machine, type MachineListener } from './machine';

const steady: DeviceProfile = {
  ...oven,
  faults: [],
  hiccups: { perHour: 0.000_001, sec: [30, 30] },
  paceFactor: [1, 1],
  scrap: { ...oven.scrap, ofOperations: 0 },
};
const order = { operation: 'WO-1.10', pieces: 10, secPerPiece: 60 };

function machineOf(profile: DeviceProfile, listen: Partial<MachineListener> = {}) {
  const stage = new Rehearsal(0);
  const quiet = { finished: () => undefined, failed: () => undefined, repaired: () => undefined };
  const machine = new Machine('oven-1', profile, stage, { ...quiet, ...listen });
  machine.powerOn();
  const states = () =>
    stage
      .said('oven-1', 'state')
      .map(({ at, state, reason }) => [at / 1000, state, ...(reason === undefined ? [] : [reason])]);
  return { stage, machine, states };
}

describe('a machine', () => {
  it('sets up, runs, counts and waits', () => {
    let finishedAt = 0;
    const { stage, machine, states } = machineOf(steady, { finished: () => (finishedAt = stage.now()) });
    machine.begin(order, 120);
    stage.until(3_600_000);
    machine.end();
    expect(states()).toEqual([
      [0, 'idle'],
      [0, 'setup'],
      [120, 'running'],
      [720, 'idle'],
    ]);
    expect(finishedAt).toBe(720_000);
    const counts = stage.said('oven-1', 'count');
    expect(counts.at(-1)).toMatchObject({ good: 10, scrap: 0, at: 720_000 });
    expect(counts.map(({ good }) => Number(good))).toEqual(
      [...counts.map(({ good }) => Number(good))].sort((a, b) => a - b),
    );
  });

  it('stands while nobody is there, and goes on', () => {
    const { stage, machine, states } = machineOf(steady);
    machine.begin(order, 0);
    stage.until(100_000);
    machine.hold('break');
    stage.until(1_900_000);
    expect(machine.batch?.made.good).toBe(1);
    machine.hold(null);
    stage.until(3_600_000);
    expect(states()).toEqual([
      [0, 'idle'],
      [0, 'setup'],
      [0, 'running'],
      [100, 'idle', 'break'],
      [1900, 'running'],
      [2400, 'idle'],
    ]);
  });

  it('keeps its totals over batches', () => {
    const { stage, machine } = machineOf(steady);
    for (let i = 0; i < 2; i++) {
      machine.begin(order, 0);
      stage.until(stage.now() + 1_000_000);
      machine.end();
    }
    expect(stage.said('oven-1', 'count').at(-1)).toMatchObject({ good: 20 });
  });

  it('fails as often as its model, says so, and runs again', () => {
    const fault = {
      code: 'X',
      reason: 'belt',
      severity: 'critical',
      text: 'Belt',
      mtbfHours: 2,
      mttrMin: 10,
      drift: { measure: 'oven_c', to: 100 },
    } as const;
    const events: [string, number][] = [];
    const { stage, machine } = machineOf(
      { ...steady, faults: [fault] },
      {
        failed: () => events.push(['failed', stage.now()]),
        repaired: (_, since) => events.push(['repaired', since]),
      },
    );
    machine.begin({ ...order, pieces: 100_000 }, 0);
    stage.until(1_000 * 3_600_000);
    const failures = events.filter(([what]) => what === 'failed').length;
    expect(failures).toBeGreaterThan(380);
    expect(failures).toBeLessThan(560);
    expect(events[1]).toEqual(['repaired', events[0]?.[1]]);
    const alarms = stage.said('oven-1', 'alarm');
    expect([alarms[0], alarms[1]]).toMatchObject([
      { code: 'X', active: true, text: 'Belt' },
      { code: 'X', active: false },
    ]);
    expect(
      Math.min(...stage.said('oven-1', 'measure').map(({ values }) => (values as { oven_c: number }).oven_c)),
    ).toBeLessThan(120);
  });

  it('measures within its normal ranges as long as nothing is wrong', () => {
    const { stage, machine } = machineOf(steady);
    machine.begin({ ...order, pieces: 1_000 }, 0);
    stage.until(600_000);
    const from = stage.now() + 600_000;
    stage.until(40_000_000);
    const read = stage.said('oven-1', 'measure').filter(({ at }) => at > from);
    expect(read.length).toBeGreaterThan(300);
    for (const { values } of read) {
      const { oven_c: celsius } = values as { oven_c: number };
      expect(celsius).toBeGreaterThanOrEqual(176);
      expect(celsius).toBeLessThanOrEqual(184);
    }
  });
});
