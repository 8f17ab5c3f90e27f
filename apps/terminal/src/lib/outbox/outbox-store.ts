import { Dexie, liveQuery, type Table } from 'dexie';
import type { Problem } from '@takt/contracts';
import type { Entry, NewEntry, Stage } from './entry';
import { nextToSend, takeLease, undoOf, type Lease } from './outbox-rules';

const DAY_MS = 86_400_000;
/** What is done stays readable for so long. */
const HISTORY_MS = 14 * DAY_MS;
const open: readonly Stage[] = ['queued', 'refused'];

/** The outbox on this device: ordered, and on the disk before anything is told to be kept. */
export class OutboxStore {
  private readonly db: Dexie;
  private readonly entries: Table<Entry, number, NewEntry>;
  private readonly leases: Table<Lease & { readonly id: string }, string>;

  /** @param name name of the database */
  constructor(name: string) {
    // A tablet loses its battery: an entry counts as kept when it is on the disk, not when the browser has heard of it.
    this.db = new Dexie(name, { chromeTransactionDurability: 'strict' });
    this.db.version(1).stores({ entries: '++seq, &commandId, stage', leases: 'id' });
    this.entries = this.db.table('entries');
    this.leases = this.db.table('leases');
  }

  /** Keeps an entry. @throws when the device has no room left */
  async add(entry: NewEntry): Promise<void> {
    await this.entries.add(entry);
  }

  /** Calls back with all entries, now and after each change in any tab. */
  watch(take: (entries: readonly Entry[]) => void): void {
    liveQuery(() => this.entries.toArray()).subscribe({ next: take, error: () => take([]) });
  }

  /** The entry of a command. */
  byCommand(commandId: string): Promise<Entry | undefined> {
    return this.entries.get({ commandId });
  }

  /**
   * Takes the right to send and the entry to be sent, and counts the attempt: from then on the entry may have reached core.
   * @returns `elsewhere`: another tab sends; undefined: nothing to send
   */
  claim(me: string, nowMs: number): Promise<Entry | 'elsewhere' | undefined> {
    return this.db.transaction('rw', this.entries, this.leases, async () => {
      const lease = takeLease(await this.leases.get('sender'), me, nowMs);
      if (!lease) return 'elsewhere';
      await this.leases.put({ id: 'sender', ...lease });
      const next = nextToSend(await this.entries.where('stage').anyOf(open).toArray());
      if (!next) return undefined;
      await this.entries.update(next.seq, { tries: next.tries + 1 });
      return { ...next, tries: next.tries + 1 };
    });
  }

  /** Changes an entry. */
  async change(seq: number, change: Partial<Entry>): Promise<void> {
    await this.entries.update(seq, change);
  }

  /** Keeps a refusal; what was made until now about the same thing waits for the same decision. */
  refuse(seq: number, stage: 'refused' | 'dropped', problem: Problem): Promise<void> {
    return this.db.transaction('rw', this.entries, async () => {
      const last = await this.entries.orderBy('seq').last();
      await this.entries.update(seq, { stage, problem, refusedAfter: last?.seq ?? seq });
    });
  }

  /** Takes an entry out if it cannot have reached core. @returns whether it could */
  takeOut(commandId: string): Promise<boolean> {
    return this.db.transaction('rw', this.entries, async () => {
      const entry = await this.entries.get({ commandId });
      if (!entry || undoOf(entry) !== 'take-out') return false;
      await this.entries.delete(entry.seq);
      return true;
    });
  }

  /** Forgets what was done or dropped: after two weeks, or, where room is needed, at once. */
  async tidy(nowMs: number, all = false): Promise<void> {
    await this.entries
      .where('stage')
      .anyOf(['done', 'dropped'])
      .filter(({ keptMs }) => all || Math.abs(nowMs - keptMs) > HISTORY_MS)
      .delete();
  }
}
