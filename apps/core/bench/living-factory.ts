import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrokerPorts } from '../src/platform/mqtt';
import type { BenchGround } from './benchmark';
import { Part } from './part';

/** How a factory lives, and where to log in. */
export interface LivingFactory {
  readonly url: string;
  /** of `admin` */
  readonly password: string;
}

/**
 * Starts core and the simulated factory until the ground is cleared.
 * @param pace factory time per real time, and the seed of what happens
 * @returns when people have come to work
 */
export async function livingFactory(
  { url: databaseUrl, folder, atEnd }: BenchGround,
  { rate, seed }: { readonly rate: number; readonly seed: string },
): Promise<LivingFactory> {
  const password = randomUUID();
  const core = Part.core({ databaseUrl, folder, password, rate });
  atEnd(() => core.stop());
  const { url, ports } = await core.next<{ url: string; ports: BrokerPorts }>();
  const logIn = join(folder, 'log-in.json');
  writeFileSync(logIn, JSON.stringify({ login: 'admin', password }));
  const twin = Part.start('../../../devices/twin/bin/twin.js', {
    args: [
      ...['--url', url, '--mqtt', `mqtt://127.0.0.1:${ports.mqtt}`, '--seed', seed],
      ...['--log-in', logIn, '--memory', join(folder, 'factory.json')],
    ],
  });
  atEnd(() => twin.stop());
  await twin.next();
  return { url, password };
}
