import { answerOf, Disk } from '../disk';
import type { Entry, NewEntry } from './entry';
import { nextToSend, takeLease, undoOf, type Lease } from './outbox-rules';

const DAY_MS = 86_400_000;
/** What is done stays readable for so long. */
const HISTORY_MS = 2 * DAY_MS;
const SENDER = 'sender';

type KeptLease = Lease & { readonly id: string };

/** Is it that the device has no room left? */
function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

function byCommandIn(store: IDBObjectStore, commandId: string): Promise<Entry | undefined> {
  return answerOf(store.index('commandId').get(commandId) as IDBRequest<Entry | undefined>);
}

/** The outbox on this device: ordered, and on the disk before anything is told to be kept. */
export class OutboxStore {
  private readonly disk: Disk;
  private readonly news: BroadcastChannel;
  private readonly watchers = new Set<() => void>();
  /** sent from a full disk, which could not note it */
  private readonly unnoted = new Set<string>();
  /** refused, which a full disk could not note: entries by their place → the last place then */
  private readonly unnotedRefusals = new Map<number, number>();

  /** @param name name of the database, and of the channel on which the tabs tell each other of changes */
  constructor(name: string) {
    const indexes = [
      { name: 'commandId', unique: true },
      { name: 'stage', unique: false },
    ];
    this.disk = new Disk(name, [
      { name: 'entries', keyPath: 'seq', rising: true, indexes },
      { name: 'leases', keyPath: 'id' },
    ]);
    this.news = new BroadcastChannel(name);
    this.news.onmessage = () => this.tell();
  }

  /** Keeps an entry. @throws when the device has no room left, or the command is there already */
  async add(entry: NewEntry): Promise<void> {
    await this.disk.within('readwrite', (store) => answerOf(store('entries').add(entry)));
    this.changed();
  }

  /** Calls back with all entries, oldest first, now and after each change in any tab. */
  watch(take: (entries: readonly Entry[]) => void): void {
    const read = () =>
      void this.disk
        .within('readonly', (store) => answerOf(store('entries').getAll() as IDBRequest<Entry[]>))
        .then(take, () => undefined);
    this.watchers.add(read);
    read();
  }

  /** The entry of a command. */
  byCommand(commandId: string): Promise<Entry | undefined> {
    return this.disk.within('readonly', (store) => byCommandIn(store('entries'), commandId));
  }

  /**
   * Takes the right to send and the entry to be sent, and counts the attempt: from then on the entry may have reached core.
   * @returns `elsewhere`: another tab sends; undefined: nothing to send
   */
  async claim(me: string, nowMs: number): Promise<Entry | 'elsewhere' | undefined> {
    try {
      const claimed = await this.claimNoted(me, nowMs);
      this.unnotedRefusals.clear();
      return claimed;
    } catch (error) {
      if (isFull(error)) return this.claimUnnoted(me, nowMs);
      throw error;
    }
  }

  private claimNoted(me: string, nowMs: number): Promise<Entry | 'elsewhere' | undefined> {
    return this.disk.within('readwrite', async (store) => {
      const kept = await answerOf(store('leases').get(SENDER) as IDBRequest<KeptLease | undefined>);
      const lease = takeLease(kept, me, nowMs);
      if (!lease) return 'elsewhere';
      const stages = store('entries').index('stage');
      const queued = await answerOf(stages.getAll('queued') as IDBRequest<Entry[]>);
      const refused = await answerOf(stages.getAll('refused') as IDBRequest<Entry[]>);
      const next = nextToSend([...queued, ...refused]);
      if (!next) {
        // Nobody has to wait for who has nothing to send, least of all this screen itself after a reload.
        store('leases').delete(SENDER);
        return undefined;
      }
      store('leases').put({ id: SENDER, ...lease });
      const claimed = { ...next, tries: next.tries + 1 };
      store('entries').put(claimed);
      return claimed;
    });
  }

  /** The same on a full disk: what is kept there is sent all the same, and room is made by that. */
  private claimUnnoted(me: string, nowMs: number): Promise<Entry | 'elsewhere' | undefined> {
    return this.disk.within('readonly', async (store) => {
      const lease = await answerOf(store('leases').get(SENDER) as IDBRequest<KeptLease | undefined>);
      if (!takeLease(lease, me, nowMs)) return 'elsewhere';
      const entries = await answerOf(store('entries').getAll() as IDBRequest<Entry[]>);
      const next = nextToSend(
        entries.map((entry) => {
          const refusedAfter = this.unnotedRefusals.get(entry.seq);
          return refusedAfter === undefined ? entry : { ...entry, stage: 'refused', refusedAfter };
        }),
      );
      if (!next) return undefined;
      this.unnoted.add(next.commandId);
      return { ...next, tries: next.tries + 1 };
    });
  }

  /** Core has an entry. It stays readable, unless the disk is full. */
  async done(seq: number, told: Pick<Entry, 'report' | 'accepted'>): Promise<void> {
    await this.change(seq, { stage: 'done', ...told }).catch(async (error: unknown) => {
      if (!isFull(error)) throw error;
      await this.disk.within('readwrite', (store) => answerOf(store('entries').delete(seq)));
      this.changed();
    });
  }

  /** Changes an entry that is still there. */
  async change(seq: number, change: Partial<Entry>): Promise<void> {
    await this.disk.within('readwrite', async (store) => {
      const entry = await answerOf(store('entries').get(seq) as IDBRequest<Entry | undefined>);
      if (entry) store('entries').put({ ...entry, ...change });
    });
    this.changed();
  }

  /** Notes that the supervisor is called to an entry. @returns the entry; undefined: gone, or called for already */
  async markCalled(seq: number, calledMs: number): Promise<Entry | undefined> {
    const marked = await this.disk.within('readwrite', async (store) => {
      const entry = await answerOf(store('entries').get(seq) as IDBRequest<Entry | undefined>);
      if (!entry || entry.calledMs !== undefined) return undefined;
      store('entries').put({ ...entry, calledMs });
      return entry;
    });
    this.changed();
    return marked;
  }

  /** Keeps a refusal; what was made until now about the same thing waits for the same decision. */
  async refuse(
    seq: number,
    {
      stage,
      problem,
      refusedMs,
    }: Required<Pick<Entry, 'problem' | 'refusedMs'>> & { stage: 'refused' | 'dropped' },
  ): Promise<void> {
    let refusedAfter = seq;
    const noted = this.disk.within('readwrite', async (store) => {
      const last = await answerOf(store('entries').openKeyCursor(null, 'prev'));
      const entry = await answerOf(store('entries').get(seq) as IDBRequest<Entry | undefined>);
      refusedAfter = Number(last?.key ?? seq);
      if (entry) store('entries').put({ ...entry, stage, problem, refusedAfter, refusedMs });
    });
    await noted.catch((error: unknown) => {
      if (!isFull(error)) throw error;
      this.unnotedRefusals.set(seq, refusedAfter);
    });
    this.changed();
  }

  /** Takes an entry out if it cannot have reached core. @returns whether it could */
  async takeOut(commandId: string): Promise<boolean> {
    const taken = await this.disk.within('readwrite', async (store) => {
      const entry = await byCommandIn(store('entries'), commandId);
      if (!entry || this.unnoted.has(commandId) || undoOf(entry) !== 'take-out') return false;
      store('entries').delete(entry.seq);
      return true;
    });
    this.changed();
    return taken;
  }

  /** Forgets what was done or dropped: after two days, or, where room is needed, at once. */
  async tidy(nowMs: number, all = false): Promise<void> {
    await this.disk.within('readwrite', async (store) => {
      const entries = await answerOf(store('entries').getAll() as IDBRequest<Entry[]>);
      const over = entries.filter(
        ({ stage, keptMs }) =>
          (stage === 'done' || stage === 'dropped') && (all || Math.abs(nowMs - keptMs) > HISTORY_MS),
      );
      for (const { seq } of over) store('entries').delete(seq);
    });
    this.changed();
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher();
  }

  private changed(): void {
    this.tell();
    this.news.postMessage('changed');
  }
}
