import { dehydrate, hydrate, type DehydratedState } from '@tanstack/react-query';
import { Dexie, type Table } from 'dexie';
import type { Runtime } from '@takt/ui';

interface Kept {
  /** id of the paired screen */
  readonly id: string;
  readonly state: DehydratedState;
}

const KEEP_EVERY_MS = 3000;
const db = new Dexie('takt-replies');
db.version(1).stores({ kept: 'id' });
const table: Table<Kept, string> = db.table('kept');

/** What the screen has shown last: operations, instructions, people, reasons, plan. It opens with them when the server is away. */
export async function restoreReplies({ queries, tokens }: Runtime): Promise<void> {
  const id = tokens.get()?.session.terminal?.id;
  if (id === undefined) return;
  const kept = await table.get(id).catch(() => undefined);
  if (kept) hydrate(queries, kept.state);
}

/** Keeps what the screen shows, every few seconds while it changes. */
export function keepReplies({ queries, tokens }: Runtime): void {
  let changed = false;
  queries.getQueryCache().subscribe(({ type }) => {
    changed ||= type === 'updated';
  });
  setInterval(() => {
    const id = tokens.get()?.session.terminal?.id;
    if (!changed || id === undefined) return;
    changed = false;
    const state = dehydrate(queries, {
      shouldDehydrateQuery: ({ state: query }) => query.data !== undefined,
      shouldDehydrateMutation: () => false,
    });
    void table.put({ id, state }).catch(() => undefined); // a full disk: the outbox goes first
  }, KEEP_EVERY_MS);
}
