const FIRST_MS = 200;
const LONGEST_MS = 10_000;

/** Pauses between attempts: from 0.2 s, doubling, to 10 s, each shortened by up to a half so that devices do not come all at once. */
export class BackOff {
  private next = FIRST_MS;

  /** @param share a number from 0 to 1 per pause, drawn at random */
  constructor(private readonly share: () => number = Math.random) {}

  /** How long to wait now, ms. */
  pauseMs(): number {
    const pause = this.next * (1 - this.share() / 2);
    this.next = Math.min(LONGEST_MS, this.next * 2);
    return pause;
  }

  /** It worked: the next pause is short again. */
  reset(): void {
    this.next = FIRST_MS;
  }
}
