import { byGroup, rankCommands, type Command } from './rank';

const command = (title: string, more: Partial<Command> = {}): Command => ({
  id: title,
  title,
  group: 'Pages',
  run: () => undefined,
  ...more,
});
const commands = [
  command('Shifts'),
  command('Orders'),
  command('Late orders'),
  command('Reorder stock'),
  command('Order O-1017', { group: 'Orders', words: 'Acme rye loaf' }),
  command('排程', { words: 'schedule paicheng' }),
];
const found = (query: string, recent?: string[]) =>
  rankCommands(commands, query, recent).map(({ title }) => title);

it('shows everything in its order when nothing is typed', () => expect(found('')[0]).toBe('Shifts'));
it('puts the beginning first, then a word, then a part', () =>
  expect(found('order')).toEqual(['Orders', 'Order O-1017', 'Late orders', 'Reorder stock']));
it('needs every word to fit', () => expect(found('order late')).toEqual(['Late orders']));
it('finds by other words, after the titles', () => expect(found('rye')).toEqual(['Order O-1017']));
it('finds by letters in sequence', () => expect(found('o1017')).toEqual(['Order O-1017']));
it('finds Chinese titles, and by their spelling', () => {
  expect(found('排')).toEqual(['排程']);
  expect(found('paic')).toEqual(['排程']);
});
it('lets what was used lately win among equals', () =>
  expect(found('', ['Reorder stock', 'Orders']).slice(0, 2)).toEqual(['Reorder stock', 'Orders']));
it('finds nothing', () => expect(found('zzz')).toEqual([]));
it('shows no more than a screenful', () =>
  expect(
    rankCommands(
      Array.from({ length: 50 }, (_, at) => command(`c${at}`)),
      'c',
    ),
  ).toHaveLength(12));
it('puts what it found under headings, the best first', () => {
  const mixed = [command('a1'), command('b1', { group: 'Orders' }), command('a2')];
  expect(byGroup(mixed).map(({ title }) => title)).toEqual(['a1', 'a2', 'b1']);
});
