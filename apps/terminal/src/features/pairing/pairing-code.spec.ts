import { codeSigns, wholeCode } from './pairing-code';

it.each([
  ['k7qp-2m9x', 'K7QP2M9X'],
  ['K7QP 2M9X', 'K7QP2M9X'],
  ['http://takt.local:3000/floor/?pair=K7QP-2M9X#x', 'K7QP2M9X'],
  ['K7QP2M9XTOOLONG', 'K7QP2M9X'],
  ['k7', 'K7'],
])('reads %s', (text, signs) => expect(codeSigns(text)).toBe(signs));
it('is whole with eight signs', () => {
  expect(wholeCode('K7QP2M9X')).toBe('K7QP-2M9X');
  expect(wholeCode('K7QP2M9')).toBeUndefined();
});
