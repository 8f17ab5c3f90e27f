import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../../../test/database';
import { Core } from '../../core';
import { readEnv } from '../../env';

it('processes that start at once on an empty database make one plant and one administrator', async () => {
  const database = await freshDatabase();
  const folders = ['a', 'b', 'c'].map(() => mkdtempSync(join(tmpdir(), 'takt-first-')));
  const start = (folder: string) =>
    new Core(
      readEnv({
        ...{ NODE_ENV: 'test', LOG_LEVEL: 'error', ROLE: 'api', PORT: '0', DATABASE_POOL: '4' },
        ...{ DATA_DIR: folder, DATABASE_URL: database.url, TAKT_SECRET: 'c0ffee11decade22facade33beefed44' },
        // such a process only tells devices something: it never connects here
        MQTT_URL: 'mqtt://127.0.0.1:1',
      }),
    ).start();
  const started = await Promise.allSettled(folders.map(start));
  const running = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  try {
    expect(started.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(running.filter(({ firstLogin }) => firstLogin !== null)).toHaveLength(1);
    expect(await database.query('select plant from plant')).toEqual([{ plant: 'main' }]);
    expect(await database.query('select login from app_user')).toEqual([{ login: 'admin' }]);
  } finally {
    await Promise.all(running.map((one) => one.stop()));
    await database.drop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
});
