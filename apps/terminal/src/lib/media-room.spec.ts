import { roomFor } from './media-room';

const medium = (id: string, bytes: number, keptMs: number) => ({ id, bytes, keptMs });

it('lets the oldest go, and no more than is needed', () => {
  const kept = [medium('young', 30, 3), medium('old', 30, 1), medium('middle', 30, 2)];
  expect(roomFor(medium('next', 10, 4), kept, 100)).toEqual([]);
  expect(roomFor(medium('next', 20, 4), kept, 100)).toEqual(['old']);
  expect(roomFor(medium('next', 50, 4), kept, 100)).toEqual(['old', 'middle']);
});
it('counts the same one once', () =>
  expect(roomFor(medium('a', 90, 2), [medium('a', 90, 1)], 100)).toEqual([]));
