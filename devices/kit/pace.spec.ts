import { Pace } from './pace';

/** Time that passes only while somebody waits. */
function stage() {
  let now = 0;
  return {
    now: () => now,
    wait: async (ms: number) => {
      now += ms;
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('a pace', () => {
  it('lets a few through at once, then so many a second', async () => {
    const time = stage();
    const pace = new Pace(10, 3, time);
    const turns: number[] = [];
    for (let i = 0; i < 6; i++) {
      await pace.turn();
      turns.push(Math.round(time.now()));
    }
    expect(turns).toEqual([0, 0, 0, 100, 200, 300]);
  });

  it('saves up no more than a few in a pause', async () => {
    const time = stage();
    const pace = new Pace(10, 2, time);
    await pace.turn();
    time.pass(60_000);
    for (let i = 0; i < 3; i++) await pace.turn();
    expect(time.now()).toBe(60_100);
  });

  it('keeps the order of those who wait together', async () => {
    const time = stage();
    const pace = new Pace(10, 1, time);
    const served: number[] = [];
    await Promise.all([0, 1, 2].map((i) => pace.turn().then(() => served.push(i))));
    expect([served, Math.round(time.now())]).toEqual([[0, 1, 2], 200]);
  });
});
