import { InTurn } from './in-turn.decorator';

const gates: (() => void)[] = [];
const begun: number[] = [];

class Desk {
  @InTurn('spec', 2)
  async serve(id: number): Promise<number> {
    begun.push(id);
    await new Promise<void>((go) => gates.push(go));
    if (id === 2) throw new Error('two');
    return id;
  }
}

const settle = () => new Promise((done) => setImmediate(done));

test('at most so many at once, the others in their order, a failure gives its place back, a full line refuses', async () => {
  const desk = new Desk();
  const calls = Array.from({ length: 5 }, (_, i) => desk.serve(i + 1).catch((error: Error) => error.message));
  expect(begun).toEqual([1, 2]);
  for (let served = 0; served < 5; served++) {
    gates.shift()?.();
    await settle();
  }
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  expect(await Promise.all(calls)).toEqual([1, 'two', 3, 4, 5]);
  const crowd = Array.from({ length: 502 }, (_, i) => desk.serve(10 + i));
  await expect(desk.serve(999)).rejects.toMatchObject({ code: 'request.too-many' });
  while (gates.length > 0) {
    gates.shift()?.();
    await settle();
  }
  expect((await Promise.all(crowd)).length).toBe(502);
});
