import { z } from 'zod';
import { form } from './form-words';

/** What people choose where a password is asked for, and what guessing begins with. */
const COMMON = [
  ...['password', 'passwort', 'passw0rd', 'p@ssword', 'p@ssw0rd', 'qwerty', 'qwertz', 'azerty', '1q2w3e4r'],
  ...['asdfgh', 'zxcvbn', 'letmein', 'iloveyou', 'welcome', 'willkommen', 'changeme', 'default', 'secret'],
  ...['admin', 'administrator', 'root', 'user', 'test', 'guest', 'factory', 'takt', 'woaini'],
];
const DIFFERENT_LEAST = 4;

/** Characters that each follow the one before, up or down: `12345678`, `dcba`. */
function isRun(text: string): boolean {
  const steps = [...text]
    .slice(1)
    .map((letter, i) => (letter.codePointAt(0) ?? 0) - (text.codePointAt(i) ?? 0));
  const follows = steps.filter((step) => step === steps[0] || step === -9).length;
  return (steps[0] === 1 || steps[0] === -1) && follows === steps.length;
}

/** A piece of text that is nothing but itself again and again: `abcabcabc`. */
const isRepeated = (text: string): boolean => /^(.{1,4})\1+$/.test(text);

/**
 * May a password be guessed within a few tries? A common one, whatever digits and signs stand around it, a row of the alphabet or of
 * digits, the same again and again, or made of fewer than four different characters.
 */
export function isGuessable(password: string): boolean {
  const text = password.toLowerCase();
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return (
    new Set(text).size < DIFFERENT_LEAST ||
    isRun(text) ||
    isRepeated(text) ||
    COMMON.some((common) => text === common || core === common || core === `${common}s`)
  );
}

/** A password that somebody chooses: 8 to 200 characters, not one of those that are tried first. */
export const Password = z
  .string()
  .min(8)
  .max(200)
  .refine((password) => !isGuessable(password), form('not one that is guessed within a few tries'))
  .describe('8 to 200 characters, not easily guessed');
