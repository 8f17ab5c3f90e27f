import { boardPages } from './board-pages';

const rows = (...names: string[]) => names.map((name) => ({ name, urgent: name.endsWith('!') }));
const pages = (room: number, ...names: string[]) =>
  boardPages(rows(...names), room).map((page) => page.map(({ name }) => name).join(' '));

it('shows all at once where all fit', () => expect(pages(3, 'a!', 'b', 'c')).toEqual(['a! b c']));
it('shows an empty board', () => expect(pages(3)).toEqual(['']));
it('keeps what is urgent in sight and turns the rest', () =>
  expect(pages(3, 'a!', 'b', 'c', 'd', 'e', 'f')).toEqual(['a! b c', 'a! d e', 'a! f']));
it('turns what is urgent too where it is more than half the board', () =>
  expect(pages(4, 'a!', 'b!', 'c!', 'd!', 'e')).toEqual(['a! b! c! d!', 'a! b! e']));
it('shows one row at a time where no more fit', () => expect(pages(1, 'a!', 'b')).toEqual(['a!', 'b']));
