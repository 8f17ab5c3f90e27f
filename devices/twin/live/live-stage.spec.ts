import { clockRoutes } from '@takt/contracts';
import { FactoryClock, type Answer } from '../../kit';
import { LiveStage, type Wires } from './live-stage';

/** Real time in the hands of jest; the factory runs sixty times as fast from its hour 0 on. */
function stage(answer: Answer<never> = { ok: true, status: 200, body: undefined as never }) {
  const told: string[] = [];
  const said: { station: string; at: number }[] = [];
  const clock = new FactoryClock({ realMs: Date.now(), factoryMs: 0, rate: 60 });
  const wires: Wires = {
    ask: () => new Promise((done) => setTimeout(() => done(answer as never), 100)),
    say: (station, _channel, _said, at) => void said.push({ station, at }),
  };
  const live = new LiveStage({ clock, wires, seed: 1, zone: 'UTC', tell: (line) => told.push(line) });
  return { live, clock, told, said };
}
const request = { as: { kind: 'office', login: 'planner' }, route: clockRoutes.read } as const;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the live stage', () => {
  it('lets everything happen in order, each at its own moment', async () => {
    const { live, said } = stage();
    live.after(120, () => live.say('b', 'state', { state: 'idle' }));
    live.after(60, () => {
      live.say('a', 'state', { state: 'idle' });
      live.after(30, () => live.say('c', 'state', { state: 'idle' }));
    });
    live.go();
    await jest.advanceTimersByTimeAsync(1999);
    expect(said).toEqual([
      { station: 'a', at: 60_000 },
      { station: 'c', at: 90_000 },
    ]);
    await jest.advanceTimersByTimeAsync(1);
    expect(said.at(-1)).toEqual({ station: 'b', at: 120_000 });
  });

  it('stands while core is away, and never goes back when its clock does', async () => {
    const { live, clock } = stage();
    const moments: number[] = [];
    const often = (): void => {
      moments.push(live.now());
      live.after(60, often);
    };
    live.after(60, often);
    live.go();
    await jest.advanceTimersByTimeAsync(2000);
    live.stand();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(moments).toEqual([60_000, 120_000]);
    clock.follow({ realMs: Date.now(), factoryMs: 90_000, rate: 60 });
    live.go();
    await jest.advanceTimersByTimeAsync(1000);
    expect(moments.length).toBe(2);
    await jest.advanceTimersByTimeAsync(500);
    expect(moments).toEqual([60_000, 120_000, 180_000]);
  });

  it('hands answers out after what was due before them', async () => {
    const { live } = stage();
    const order: string[] = [];
    live.go();
    live.ask(request, () => order.push(`answer at ${live.now()}`));
    live.after(5, () => order.push('due'));
    await jest.advanceTimersByTimeAsync(200);
    expect(order).toEqual(['due', 'answer at 6000']);
  });

  it('tells of refusals and faults, and goes on', async () => {
    const problem = { code: 'operation.held', detail: 'WO-1.10 is held.' } as never;
    const { live, told } = stage({ ok: false, status: 409, problem });
    let after = false;
    live.go();
    live.ask(request, () => {
      throw new Error('stumbled');
    });
    live.after(30, () => {
      after = true;
    });
    await jest.advanceTimersByTimeAsync(1000);
    expect(told[0]).toMatch(
      /^refused: office planner: GET \/clock {2}409 operation\.held WO-1\.10 is held\.$/,
    );
    expect(told[1]).toMatch(/^fault: Error: stumbled/);
    expect(after).toBe(true);
  });

  it('keeps usual refusals to itself, and hands them out', async () => {
    const problem = { code: 'notice.closed', detail: '' } as never;
    const { live, told } = stage({ ok: false, status: 409, problem });
    const answers: boolean[] = [];
    live.go();
    live.ask({ ...request, usual: ['notice.closed'] }, ({ ok }) => answers.push(ok));
    await jest.advanceTimersByTimeAsync(1000);
    expect([answers, told]).toEqual([[false], []]);
  });

  it('is silent once it is closed', async () => {
    const { live } = stage();
    const happened: string[] = [];
    live.go();
    live.after(60, () => happened.push('event'));
    live.ask(request, () => happened.push('answer'));
    live.close();
    await jest.advanceTimersByTimeAsync(5000);
    expect(happened).toEqual([]);
  });
});
