import { createHash, pbkdf2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { hash, verify } from '@node-rs/argon2';

const derive = promisify(pbkdf2);
/** Work factor of OWASP's first recommendation for argon2id. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const DEVICE_ITERATIONS = 101;
const DEVICE_KEY_BYTES = 64;
const CODE_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Hash of a password or PIN. */
export const hashPassword = (password: string): Promise<string> => hash(password, ARGON);

let decoy: Promise<string> | null = null;

/** Does the password match? Without a stored hash the same work is done, so that time does not tell who exists. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const matches = await verify(stored ?? (await decoy), password).catch(() => false);
  return matches && stored != null;
}

/** A random password of a person or device, without characters that are mistaken for one another. */
export function randomPassword(length = 20): string {
  return Array.from({ length }, () => 'abcdefghijkmnpqrstuvwxyz23456789'[randomInt(32)]).join('');
}

/** A pairing code such as `K7PM-3XQA`. */
export function randomCode(): string {
  const part = (): string =>
    Array.from({ length: 4 }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
  return `${part()}-${part()}`;
}

/** Digest of a random text that is looked up: pairing codes. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Hash of a device's password, as mosquitto's password file has it. Device passwords are random, so few rounds suffice. */
export async function hashDevicePassword(password: string): Promise<string> {
  const salt = randomBytes(12);
  const key = await derive(password, salt, DEVICE_ITERATIONS, DEVICE_KEY_BYTES, 'sha512');
  return `$7$${DEVICE_ITERATIONS}$${salt.toString('base64')}$${key.toString('base64')}`;
}

/** Does a device's password match? */
export async function devicePasswordMatches(stored: string, password: string): Promise<boolean> {
  const [, kind, iterations, salt = '', key = ''] = stored.split('$');
  if (kind !== '7') return false;
  const expected = Buffer.from(key, 'base64');
  const given = await derive(
    password,
    Buffer.from(salt, 'base64'),
    Number(iterations),
    expected.length,
    'sha512',
  );
  return timingSafeEqual(expected, given);
}
