/** Where the factory clock stands: at the real instant `realMs` it showed `factoryMs`. */
export interface ClockAnchor {
  readonly realMs: number;
  readonly factoryMs: number;
}

/**
 * The clock of the factory. In production it is the clock of the machine; in demonstrations and tests it may run at a
 * rate. Everything with business meaning takes its time from here; time-outs, log-ins and heartbeats use real time.
 */
export class Clock {
  private anchor: ClockAnchor;

  /**
   * @param rate factory seconds per real second
   * @param startMs factory time now, epoch ms; the real time unless told
   */
  constructor(
    readonly rate = 1,
    startMs?: number,
  ) {
    this.anchor = { realMs: Date.now(), factoryMs: startMs ?? Date.now() };
  }

  /** Factory time, epoch ms. */
  now(): number {
    if (this.rate === 1 && this.anchor.realMs === this.anchor.factoryMs) return Date.now();
    return Math.round(this.anchor.factoryMs + (Date.now() - this.anchor.realMs) * this.rate);
  }

  /** Factory time as ISO 8601 in UTC. */
  iso(): string {
    return new Date(this.now()).toISOString();
  }

  /** Factory time as a Date, for the database. */
  date(): Date {
    return new Date(this.now());
  }

  /** Real time of the machine, epoch ms: for time-outs, tokens and measurements. */
  real(): number {
    return Date.now();
  }

  /** How long a span of factory time takes on the wall, in ms. */
  realMsOf(factoryMs: number): number {
    return factoryMs / this.rate;
  }

  /** Sets the factory time, as at a restart of a demonstration that goes on where it stopped. */
  resumeAt(factoryMs: number): void {
    this.anchor = { realMs: Date.now(), factoryMs };
  }
}
