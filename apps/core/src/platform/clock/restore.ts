import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../database';
import type { Clock } from './clock';

const KEY = 'clock';
const SAVE_MS = 2000;

interface Stored {
  readonly value: { readonly factoryMs: number };
}

/**
 * A factory that lives faster than the wall clock goes on where it stopped: its time is kept in the database every two
 * seconds and taken up again at the start. At rate 1 the clock of the machine is the clock of the factory.
 */
export async function restoreClock(
  app: INestApplicationContext,
  clock: Clock,
  open: { name: string; close(): Promise<unknown> | unknown }[],
): Promise<void> {
  if (clock.rate === 1) return;
  const database = app.get(Database);
  const [stored] = await database.read('*', (tx) =>
    tx.query<Stored>('select value from installation where name = $1', [KEY]),
  );
  if (stored) clock.resumeAt(stored.value.factoryMs);
  const save = (): Promise<unknown> =>
    database.read('*', (tx) =>
      tx.query(
        `insert into installation (name, value, written_at) values ($1, $2, $3)
         on conflict (name) do update set value = excluded.value, written_at = excluded.written_at`,
        [KEY, JSON.stringify({ factoryMs: clock.now() }), new Date(clock.real())],
      ),
    );
  await save();
  const timer = setInterval(() => void save().catch(() => undefined), SAVE_MS);
  open.push({
    name: 'clock',
    close: async () => {
      clearInterval(timer);
      await save().catch(() => undefined);
    },
  });
}
