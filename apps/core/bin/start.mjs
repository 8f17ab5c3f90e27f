/**
 * `npm start`: installs and builds what is missing, starts core with its own database and broker, and a simulated factory
 * that lives on it. Prints the address and how to log in; ends everything in order when it is asked to.
 */
import { openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keepAddress, keepInstallation } from './installation.mjs';
import { ensureBuilt, ensureInstalled, ensureWebBuilt, root } from './prepare.mjs';
import { Supervised } from './supervised.mjs';
import { welcome } from './welcome.mjs';

const USAGE = `usage: npm start -- [--rate N] [--seed N] [--empty]
  --rate N   factory seconds per real second; 60 unless told, 1 with --empty
  --seed N   chance of a new simulated factory; 1 unless told
  --empty    a plant without stations, people and orders, for one of your own
Settings such as PORT and DATA_DIR are environment variables; see the table in README.md.`;
const FACTORY_RATE = '60';

const say = (line) => void process.stdout.write(`${line}\n`);

function options() {
  try {
    const { values } = parseArgs({
      options: {
        rate: { type: 'string' },
        seed: { type: 'string', default: '1' },
        empty: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const { rate = values.empty ? '1' : FACTORY_RATE, seed, empty } = values;
    if (!values.help && Number(rate) >= 0.01 && Number(rate) <= 10_000 && /^\d{1,9}$/.test(seed))
      return { rate: Number(rate), seed, empty };
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
  }
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

const wanted = options();
const began = performance.now();
ensureInstalled();
ensureBuilt();
for (const app of ['terminal', 'office']) ensureWebBuilt(app);

const dataDir = resolve(root, process.env.DATA_DIR ?? '.takt');
const installation = keepInstallation(dataDir, wanted);
for (const line of installation.remarks) say(line);
const log = (name) => openSync(join(installation.logDir, `${name}.log`), 'a');

const core = new Supervised('core', join(root, 'dist/apps/core/src/main.js'), {
  log: log('core'),
  say,
  // A busy factory leaves core with work to finish before its database may close.
  env: { DRAIN_SEC: '30', ...process.env, DATA_DIR: dataDir, ...installation.env },
  // The first log-in is told below with all the others, and stays out of the log.
  secret: /^takt: first log-in/,
});
let twin = null;

let ending = false;
/** The factory goes home before core closes. */
async function end(status) {
  if (ending) return;
  ending = true;
  say('Ending …');
  await twin?.stop();
  await core.stop();
  say('Ended. `npm start` goes on from here.');
  process.exit(status);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
// npm and its shell do not hand a signal on: when they are gone, the one who started all this wants it to end.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || void end(0), 1000).unref();
}

try {
  const address = await core.start();
  const { url, ports } = address;
  const port = process.env.PORT || '3000';
  if (new URL(url).port !== port && port !== '0') say(`Port ${port} is taken; this is at ${url}.`);
  // After a crash everything is found again where it was.
  core.keepEnv({
    PORT: new URL(url).port,
    MQTT_PORT: String(ports?.mqtt ?? ''),
    MQTT_WS_PORT: String(ports?.mqttWs ?? ''),
  });
  const mqttUrl = process.env.MQTT_URL || `mqtt://127.0.0.1:${ports?.mqtt}`;
  keepAddress(dataDir, { url, mqttUrl });
  let life = null;
  if (installation.lives) {
    twin = new Supervised('factory', join(root, 'dist/devices/twin/bin/twin.js'), {
      log: log('factory'),
      say,
      args: [
        ...['--url', url, '--mqtt', mqttUrl],
        ...['--log-in', installation.logIn, '--memory', join(dataDir, 'factory.json'), '--seed', wanted.seed],
      ],
    });
    life = await twin.start();
  }
  say(
    welcome({
      url,
      ports,
      rate: installation.rate,
      life,
      admin: installation.admin,
      dataDir,
      logDir: installation.logDir,
    }),
  );
  say(`Started in ${((performance.now() - began) / 1000).toFixed(0)} s. Ctrl-C ends everything.`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  await end(1);
}
