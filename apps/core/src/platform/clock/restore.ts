import type { INestApplicationContext } from '@nestjs/common';
import { Database, type Tx } from '../database';
import type { Clock } from './clock';
import { continueAt, type KeptTime } from './continue-at';

const KEY = 'clock';
const SAVE_MS = 2000;
/** The time is kept ahead by so many savings: core may be killed between two of them. */
const AHEAD = 2;
const HOUR_MS = 3_600_000;

interface Stored {
  readonly value: { readonly factoryMs: number; readonly untilMs?: number };
}

/** How the clock of core was set at its start. */
export interface ClockSetting {
  /** was a factory time told to begin with? */
  readonly told: boolean;
  readonly say: (line: string) => void;
}

/**
 * A factory that lives by another time than the wall goes on where it stopped: its time is kept in the database every two seconds and
 * taken up again at the start, also where core is then started at rate 1. Otherwise the clock of the machine is that of the factory.
 */
export async function restoreClock(
  app: INestApplicationContext,
  clock: Clock,
  open: { name: string; close(): Promise<unknown> | unknown }[],
  { told, say }: ClockSetting,
): Promise<void> {
  const database = app.get(Database);
  const kept = await database.read('*', keptTime);
  const realMs = clock.real();
  const last = continueAt(kept, { rate: clock.rate, told, realMs });
  if (last !== null) clock.resumeAt(last);
  else if (clock.rate === 1 && !told) return;
  if (last !== null && clock.rate === 1 && last > realMs)
    say(
      `the clock of this factory goes on at ${clock.iso()}, ${((last - realMs) / HOUR_MS).toFixed(1)} h ahead of this machine: ` +
        'it has lived faster. Maybe set DATA_DIR to another folder for a factory on the clock of the machine.',
    );
  open.push(await keepTime(database, clock));
}

async function keptTime(tx: Tx): Promise<KeptTime> {
  const [stored] = await tx.query<Stored>('select value from installation where name = $1', [KEY]);
  const [newest] = await tx.query<{ at: Date }>('select at from outbox order by id desc limit 1');
  return {
    untilMs: stored ? (stored.value.untilMs ?? stored.value.factoryMs) : null,
    newestMs: newest?.at.getTime() ?? null,
  };
}

/** Keeps the time from now on. @returns what ends it */
async function keepTime(
  database: Database,
  clock: Clock,
): Promise<{ name: string; close: () => Promise<void> }> {
  const save = (): Promise<unknown> => {
    const factoryMs = clock.now();
    const untilMs = Math.ceil(factoryMs + AHEAD * SAVE_MS * clock.rate);
    return database.read('*', (tx) =>
      tx.query(
        `insert into installation (name, value, written_at) values ($1, $2, $3)
         on conflict (name) do update set value = excluded.value, written_at = excluded.written_at`,
        [KEY, JSON.stringify({ factoryMs, untilMs }), new Date(clock.real())],
      ),
    );
  };
  await save();
  const timer = setInterval(() => void save().catch(() => undefined), SAVE_MS);
  const close = async () => {
    clearInterval(timer);
    await save().catch(() => undefined);
  };
  return { name: 'clock', close };
}
