import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { demoFactory } from '../factory';
import { Twin } from '../live/twin';

const USAGE = `usage: twin --url http://… --mqtt mqtt://… --log-in FILE --memory FILE [--seed N]
  --log-in FILE   {"login", "password"} of an administrator
  --memory FILE   what the simulated factory has to remember; made when absent`;

const LogIn = z.object({ login: z.string(), password: z.string() });
const EXIT_USAGE = 2;

const tell = (line: string): void => void process.stderr.write(`${new Date().toISOString()} ${line}\n`);

function options() {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      mqtt: { type: 'string' },
      'log-in': { type: 'string' },
      memory: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const { url, mqtt, memory, 'log-in': logIn, seed } = values;
  if (!url || !mqtt || !memory || !logIn || !/^\d{1,9}$/.test(seed)) {
    process.stderr.write(`${USAGE}\n`);
    process.exit(EXIT_USAGE);
  }
  const admin = LogIn.parse(JSON.parse(readFileSync(logIn, 'utf8')));
  return { url, mqttUrl: mqtt, memory, admin, seed: Number(seed), factory: demoFactory, tell };
}

async function main(): Promise<void> {
  const twin = await Twin.open(options());
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    void twin.close().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
  // Who started this process is gone.
  process.on('disconnect', end);
  tell(`the factory lives, seed ${twin.seed}`);
  process.send?.({ ready: true, logIns: twin.logIns, seed: twin.seed });
}

process.on('unhandledRejection', (error) => {
  tell(`unhandled: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
});

main().catch((error: unknown) => {
  tell(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
