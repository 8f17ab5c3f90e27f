/**
 * `npm run bench:rest`: what core takes while nothing happens: resident memory, and processor time in percent of one core, with a
 * plant that is set up and whose devices are silent. Options: `--seconds 60 --settle 20 --stations 20`.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { Api } from './api';
import { benchmark, say, type BenchGround } from './benchmark';
import { makePlant } from './ingest-plant';
import { cpuSec, residentMiB } from './machine';
import { Part } from './part';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    settle: { type: 'string', default: '20' },
    stations: { type: 'string', default: '20' },
    profile: { type: 'string' },
  },
});
const [seconds, settle, stations] = [options.seconds, options.settle, options.stations].map(Number) as [
  number,
  number,
  number,
];

/** What is wished for. */
const GOAL = { residentMiB: 300, percent: 3 } as const;

const pause = (sec: number): Promise<unknown> => new Promise((done) => setTimeout(done, sec * 1000));

async function postmasterOf(url: string): Promise<number> {
  const database = new Client({ connectionString: url });
  await database.connect();
  const { rows } = await database.query<{ pid: string }>(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`,
  );
  await database.end();
  return Number(rows[0]?.pid);
}

async function rest({ folder, url: databaseUrl, atEnd }: BenchGround): Promise<void> {
  const password = randomUUID();
  const core = Part.core({ databaseUrl, folder, password, profile: options.profile });
  atEnd(() => core.stop());
  const { url } = await core.next<{ url: string }>();
  await makePlant(await Api.logIn(url, password), stations);
  await pause(settle);
  const postmaster = await postmasterOf(databaseUrl);
  const before = { core: core.cpuSec, postgres: cpuSec(postmaster) };
  await pause(seconds);
  const percent = (sec: number): string => `${((100 * sec) / seconds).toFixed(2)} %`;
  say('');
  say(`memory     ${Math.round(residentMiB(core.pid))} MiB resident, goal ${GOAL.residentMiB}`);
  say(`processor  ${percent(core.cpuSec - before.core)} of a core, goal ${GOAL.percent} %`);
  say(`PostgreSQL ${percent(cpuSec(postmaster) - before.postgres)} of a core`);
}

benchmark(
  `load       none: ${stations} stations whose devices are silent, ${seconds} s after ${settle} s`,
  rest,
);
