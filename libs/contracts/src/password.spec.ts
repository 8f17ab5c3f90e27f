import { isGuessable, Password } from './password';

it.each([
  ...['12345678', '1234567890', '87654321', 'abcdefgh', 'password', 'Password1', 'P@ssw0rd!', '123qwerty456'],
  ...['aaaaaaaa', 'abababab', '11112222', 'admin123', '!!Welcome2026', 'Passwords1', '1q2w3e4r'],
])('%s is guessed', (password) => expect(isGuessable(password)).toBe(true));

it.each([
  'long enough',
  'two ovens 4 loaves',
  'Testament-7',
  '早班面包师很早起床',
  'xK4-bread',
  '12345678-oven-3',
])('%s is not', (password) => expect(Password.safeParse(password).success).toBe(true));
