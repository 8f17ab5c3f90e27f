/** What is kept in one store of a disk. */
export interface StoreShape {
  readonly name: string;
  readonly keyPath: string;
  /** keys are given by the disk, rising from 1 */
  readonly rising?: boolean;
  readonly indexes?: readonly { readonly name: string; readonly unique: boolean }[];
}

/** The answer to a request of IndexedDB. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('the disk failed'));
  });
}

/**
 * IndexedDB with promises. A tablet loses its battery: what is written counts as written when it is on the disk, not when the
 * browser has heard of it.
 * @see https://www.w3.org/TR/IndexedDB/#transaction-durability-hint
 */
export class Disk {
  private opened: Promise<IDBDatabase> | undefined;

  /**
   * @param name name of the database
   * @param stores what it holds, from its first version on
   */
  constructor(
    private readonly name: string,
    private readonly stores: readonly StoreShape[],
  ) {}

  /**
   * Works within one transaction. Nothing is kept when the work fails.
   * @returns the result of the work, when it is on the disk
   * @throws what the work threw; QuotaExceededError when there is no room
   */
  async within<T>(
    mode: IDBTransactionMode,
    work: (store: (name: string) => IDBObjectStore) => Promise<T>,
  ): Promise<T> {
    const db = await this.open();
    const names = this.stores.map(({ name }) => name);
    const transaction = db.transaction(names, mode, { durability: 'strict' });
    const over = new Promise<void>((done, failed) => {
      transaction.oncomplete = () => done();
      transaction.onabort = () => failed(transaction.error ?? new Error('the disk gave up'));
    });
    try {
      const result = await work((name) => transaction.objectStore(name));
      await over;
      return result;
    } catch (error) {
      over.catch(() => undefined);
      try {
        transaction.abort();
      } catch {
        // it has ended by itself
      }
      throw error;
    }
  }

  private open(): Promise<IDBDatabase> {
    this.opened ??= this.request().catch((error: unknown) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }

  private async request(): Promise<IDBDatabase> {
    const request = indexedDB.open(this.name, 1);
    request.onupgradeneeded = () => {
      for (const { name, keyPath, rising = false, indexes = [] } of this.stores) {
        const store = request.result.createObjectStore(name, { keyPath, autoIncrement: rising });
        for (const { name: index, unique } of indexes) store.createIndex(index, index, { unique });
      }
    };
    const db = await answerOf(request);
    const forget = () => {
      this.opened = undefined;
    };
    db.onclose = forget;
    db.onversionchange = () => {
      db.close();
      forget();
    };
    return db;
  }
}
