import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BYTES = 48;

/**
 * The secret that signs log-ins: from the settings, or a random one made at the first start and kept in the data folder,
 * readable for its owner alone.
 */
export function signingSecret(dataDir: string, given: string | undefined): string {
  if (given !== undefined) return given;
  const file = join(dataDir, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dataDir, { recursive: true });
  const secret = randomBytes(BYTES).toString('base64url');
  writeFileSync(`${file}.new`, secret, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secret;
}

/** Injection token of the secret that signs log-ins. */
export const SIGNING_SECRET = Symbol('SIGNING_SECRET');
