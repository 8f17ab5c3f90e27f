/** One reading of core's factory clock, from `GET /clock`, `welcome` or `beat`. */
export interface ClockReading {
  /** factory time, ISO 8601 */
  readonly now: string;
  /** factory seconds per real second; a demo runs at 60 */
  readonly rate: number;
}

/**
 * The factory clock as a browser knows it: core's last reading, carried on at its rate by a clock that never jumps.
 * Every time on a screen (now, time in state, lateness) is read from here, because a demo factory does not live at the
 * time of the tablet, and a tablet's own clock may be hours wrong.
 */
export class FactoryClock {
  private readonly waiting = new Set<() => void>();
  private heard = false;
  private anchor: { readonly factoryMs: number; readonly atMs: number; readonly rate: number };

  /**
   * @param steady milliseconds from a clock that only goes forward, such as `performance.now`
   * @param startMs factory time until the first reading, epoch ms
   */
  constructor(
    private readonly steady: () => number,
    startMs: number,
  ) {
    this.anchor = { factoryMs: startMs, atMs: steady(), rate: 1 };
  }

  /** Factory time now, epoch ms. */
  now(): number {
    return this.anchor.factoryMs + (this.steady() - this.anchor.atMs) * this.anchor.rate;
  }

  /** Factory seconds per real second. */
  get rate(): number {
    return this.anchor.rate;
  }

  /** Has core told the time yet? Before, it is the device's own. */
  readonly isKnown = (): boolean => this.heard;

  /** Calls back once core has told the time; gives back how to stop that. */
  readonly whenKnown = (tell: () => void): (() => void) => {
    this.waiting.add(tell);
    return () => void this.waiting.delete(tell);
  };

  /** Takes a reading over. One that is not a time and a rate above 0 is left aside. */
  set(reading: ClockReading): void {
    const factoryMs = Date.parse(reading.now);
    if (!Number.isFinite(factoryMs) || !(reading.rate > 0)) return;
    this.anchor = { factoryMs, atMs: this.steady(), rate: reading.rate };
    this.heard = true;
    for (const tell of this.waiting) tell();
    this.waiting.clear();
  }
}
