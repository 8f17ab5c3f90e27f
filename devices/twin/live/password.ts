import { randomInt } from 'node:crypto';

/** No signs that look like others. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP = 4;

/** A random password that people can type: three groups of four signs, 59 bits. */
export function newPassword(): string {
  const group = (): string =>
    Array.from({ length: GROUP }, () => SIGNS[randomInt(SIGNS.length)] ?? '').join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
