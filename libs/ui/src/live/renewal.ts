/**
 * Renews something whenever it is asked to: the first time at once; for all that ask meanwhile once more, when it is done and
 * the pause is over. A factory at 60× sends many events a second; a list is fetched once for all of them, and no fetch is
 * overtaken by the next.
 */
export class Renewal {
  private asked = false;
  private busy = false;

  /**
   * @param renew done when its promise is settled
   * @param pause settles when it may begin again
   */
  constructor(
    private readonly renew: () => Promise<unknown>,
    private readonly pause: () => Promise<unknown>,
  ) {}

  /** What is shown may be old. */
  ask(): void {
    this.asked = true;
    if (!this.busy) void this.run();
  }

  private async run(): Promise<void> {
    this.busy = true;
    while (this.asked) {
      this.asked = false;
      await Promise.allSettled([this.renew(), this.pause()]);
    }
    this.busy = false;
  }
}
