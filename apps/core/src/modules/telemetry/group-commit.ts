/** How much is committed together at most. */
export interface GroupLimits {
  readonly items: number;
  readonly bytes: number;
}

/** Something to be committed, with whom to tell. */
export interface Committable {
  /** told once: null when it is stored */
  readonly settle: (error: Error | null) => void;
}

/**
 * A group commit that clocks itself: while one group is being committed the next one gathers, and begins as soon as the
 * one before has returned. Under light load a group is what one packet brought; under heavy load it is full.
 */
export class GroupCommit<T extends Committable> {
  private queue: T[] = [];
  private running: Promise<void> | null = null;

  /**
   * @param commit stores a group; rejected: none of it is stored
   * @param bytesOf weight of an item
   */
  constructor(
    private readonly commit: (items: readonly T[]) => Promise<void>,
    private readonly bytesOf: (item: T) => number,
    private readonly limits: GroupLimits,
  ) {}

  /** Adds an item. */
  add(item: T): void {
    this.queue.push(item);
    this.running ??= this.run();
  }

  /** How many items wait, those that are being committed apart. */
  get waiting(): number {
    return this.queue.length;
  }

  /** Waits until nothing waits. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    // What arrives together is committed together: a chunk from a socket holds many messages.
    await new Promise((done) => setImmediate(done));
    while (this.queue.length > 0) {
      const group = this.next();
      try {
        await this.commit(group);
      } catch (error) {
        this.settle(group, error instanceof Error ? error : new Error(String(error)));
        continue;
      }
      this.settle(group, null);
    }
    this.running = null;
  }

  private settle(group: readonly T[], error: Error | null): void {
    for (const item of group) item.settle(error);
  }

  private next(): T[] {
    let [count, bytes] = [0, 0];
    for (const item of this.queue) {
      bytes += this.bytesOf(item);
      if (count > 0 && (count === this.limits.items || bytes > this.limits.bytes)) break;
      count += 1;
    }
    return this.queue.splice(0, count);
  }
}
