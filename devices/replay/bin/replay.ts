import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { authRoutes, plantRoutes } from '@takt/contracts';
import { Api } from '../../kit';
import { readProductionLog } from '../production-log';
import { replay } from '../replay';
import { setUpShop } from '../set-up';
import { shopOf } from '../shop';

const USAGE = `usage: npm run replay -- --file LOG.csv --plant PLANT [options]
  --file FILE     production log; columns in devices/replay/README.md
  --plant PLANT   where it is played; a plant that does not exist is set up
  --zone ZONE     time zone of the log; Europe/Amsterdam unless told
  --url URL       address of core; of what npm start runs here unless told
  --mqtt URL      address of the broker, likewise
  --log-in FILE   {"login", "password"} of an administrator; likewise`;
const EXIT_USAGE = 2;

const LogIn = z.object({ login: z.string(), password: z.string() });
const Address = z.object({ url: z.string(), mqttUrl: z.string() });
const dataDir = process.env['DATA_DIR'] ?? '.takt';
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

function usage(why = ''): never {
  tell(`${why}${why ? '\n' : ''}${USAGE}`);
  process.exit(EXIT_USAGE);
}

function options() {
  const { values } = parseArgs({
    options: {
      ...{ file: { type: 'string' }, plant: { type: 'string' } },
      zone: { type: 'string', default: 'Europe/Amsterdam' },
      ...{ url: { type: 'string' }, mqtt: { type: 'string' } },
      'log-in': { type: 'string', default: join(dataDir, 'log-in.json') },
    },
  } as const);
  const { file, plant, zone, 'log-in': logIn } = values;
  if (!file || !plant) usage();
  for (const path of [file, logIn]) if (!existsSync(path)) usage(`${path} is not there.`);
  const here = join(dataDir, 'address.json');
  const address = existsSync(here) ? Address.parse(JSON.parse(readFileSync(here, 'utf8'))) : null;
  const url = values.url ?? address?.url;
  const mqttUrl = values.mqtt ?? address?.mqttUrl;
  if (!url || !mqttUrl) usage('Where is core? Maybe start it with npm start, or tell --url and --mqtt.');
  return { file, plant, zone, url, mqttUrl, admin: LogIn.parse(JSON.parse(readFileSync(logIn, 'utf8'))) };
}

/** Logs in to the plant; sets it up first where it is new. */
async function enter(api: Api, plant: string, admin: z.infer<typeof LogIn>, timeZone: string): Promise<Api> {
  const body = { ...admin, plant };
  const answer = await api.send(authRoutes.login, { body }, { token: null });
  if (answer.ok) return api.as(answer.body.token);
  const { token } = await api.call(authRoutes.login, { body: admin }, { token: null });
  await api.as(token).call(plantRoutes.create, {
    body: {
      ...({ id: plant, name: plant, timeZone, currency: 'EUR', language: 'en' } as const),
      ...({ frozenSec: 3600, toleranceSec: 900, ackWithinSec: 300, costing: 'standard' } as const),
    },
  });
  return api.as((await api.call(authRoutes.login, { body }, { token: null })).token);
}

async function main(): Promise<void> {
  const { file, plant, zone, url, mqttUrl, admin } = options();
  const shop = shopOf(readProductionLog(readFileSync(file, 'utf8'), zone));
  const { stations, workers, parts, orders } = shop;
  tell(
    `${orders.length} work orders, ${parts.length} parts, ${stations.length} stations, ${workers.length} people`,
  );
  const api = await enter(new Api({ url }), plant, admin, zone);
  const { line, username, password } = await setUpShop(api, shop);
  tell('the plant is set up');
  const began = performance.now();
  const played = await replay({ plant, line, shop, api, mqtt: { url: mqttUrl, username, password }, tell });
  const sec = (performance.now() - began) / 1000;
  tell(
    `${played.orders} work orders, ${played.reports} reports, ${played.messages} messages of machines in ${sec.toFixed(1)} s`,
  );
}

main().catch((error: unknown) => {
  tell(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
