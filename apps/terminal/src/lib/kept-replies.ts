import { dehydrate, hydrate, type DehydratedState } from '@tanstack/react-query';
import type { Runtime } from '@takt/ui';
import { answerOf, Disk } from './disk';

interface Kept {
  /** id of the paired screen */
  readonly id: string;
  readonly state: DehydratedState;
}

const KEEP_EVERY_MS = 3000;
const disk = new Disk('takt-replies', [{ name: 'kept', keyPath: 'id' }]);

/** What the screen has shown last: operations, instructions, people, reasons, plan. It opens with them when the server is away. */
export async function restoreReplies({ queries, tokens }: Runtime): Promise<void> {
  const id = tokens.get()?.session.terminal?.id;
  if (id === undefined) return;
  const kept = await disk.within('readonly', (store) =>
    answerOf(store('kept').get(id) as IDBRequest<Kept | undefined>),
  );
  if (!kept) return;
  hydrate(queries, kept.state);
  // It is shown until the server answers, and never instead of asking.
  await queries.invalidateQueries({ refetchType: 'none' });
}

/** Keeps what the screen shows: every few seconds while it changes, and at once when the network goes or the page is left. */
export function keepReplies({ queries, tokens }: Runtime): void {
  let changed = false;
  queries.getQueryCache().subscribe(({ type }) => {
    changed ||= type === 'updated';
  });
  const keep = () => {
    const id = tokens.get()?.session.terminal?.id;
    if (!changed || id === undefined) return;
    changed = false;
    const state = dehydrate(queries, {
      shouldDehydrateQuery: ({ state: query }) => query.data !== undefined,
      shouldDehydrateMutation: () => false,
    });
    void disk
      .within('readwrite', (store) => answerOf(store('kept').put({ id, state })))
      .catch(() => undefined); // a full disk: the outbox goes first
  };
  setInterval(keep, KEEP_EVERY_MS);
  for (const leaving of ['offline', 'pagehide']) addEventListener(leaving, keep);
}
