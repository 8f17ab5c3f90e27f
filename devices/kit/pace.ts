/** Time as it passes for who waits: real by default, made up in tests. */
export interface Waiting {
  now(): number;
  wait(ms: number): Promise<void>;
}

const realTime: Waiting = {
  now: () => performance.now(),
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
};

/** Keeps to a rate: a few at once, then so many a second, in the order in which they came. */
export class Pace {
  private free: number;
  private at: number;
  private line: Promise<void> = Promise.resolve();

  /**
   * @param perSecond lasting rate, above 0
   * @param burst how many at once after a pause
   */
  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    private readonly time: Waiting = realTime,
  ) {
    this.free = burst;
    this.at = time.now();
  }

  /** Resolves when it is the caller's turn. */
  turn(): Promise<void> {
    this.line = this.line.then(() => this.take());
    return this.line;
  }

  private async take(): Promise<void> {
    const now = this.time.now();
    this.free = Math.min(this.burst, this.free + ((now - this.at) / 1000) * this.perSecond);
    this.at = now;
    this.free -= 1;
    if (this.free < 0) await this.time.wait((-this.free / this.perSecond) * 1000);
  }
}
