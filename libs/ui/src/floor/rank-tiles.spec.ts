import { rankTiles } from './rank-tiles';

const choices = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `r${at}`, position: at }));
const ids = (tiles: readonly { id: string }[]) => tiles.map(({ id }) => id).join(' ');

it('shows the most used first', () =>
  expect(ids(rankTiles(choices(4), { r3: 5, r1: 9 }).shown)).toBe('r1 r3 r0 r2'));
it('keeps the order of the set-up among equals', () =>
  expect(ids(rankTiles(choices(3), {}).shown)).toBe('r0 r1 r2'));
it('shows nine', () => expect(rankTiles(choices(9), {}).others).toEqual([]));
it('leaves the ninth tile to the others when there are more', () => {
  const { shown, others } = rankTiles(choices(12), {});
  expect([shown.length, ids(others)]).toEqual([8, 'r8 r9 r10 r11']);
});
