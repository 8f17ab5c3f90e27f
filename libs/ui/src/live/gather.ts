/**
 * Gathers names and hands them on together: the first at once, those that follow when the hand-over is done and the pause is
 * over. A factory at 60× sends many events a second; a list is fetched once for all of them, and no fetch is overtaken by
 * the next.
 */
export class Gatherer<T> {
  private waiting = new Set<T>();
  private busy = false;

  /**
   * @param hand takes what was gathered; done when its promise is settled
   * @param pause settles when the next hand-over may begin
   */
  constructor(
    private readonly hand: (names: ReadonlySet<T>) => Promise<unknown>,
    private readonly pause: () => Promise<unknown>,
  ) {}

  /** Adds names. */
  add(names: Iterable<T>): void {
    for (const name of names) this.waiting.add(name);
    if (!this.busy) void this.handOver();
  }

  private async handOver(): Promise<void> {
    this.busy = true;
    while (this.waiting.size > 0) {
      const names = this.waiting;
      this.waiting = new Set();
      await Promise.allSettled([this.hand(names), this.pause()]);
    }
    this.busy = false;
  }
}
