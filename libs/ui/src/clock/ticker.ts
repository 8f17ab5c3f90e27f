import type { FactoryClock } from './factory-clock';

/**
 * Factory time for screens: renewed once a real second for the whole page, so that everything that shows time moves
 * together, and only while somebody looks.
 */
export class Ticker {
  private readonly watchers = new Set<() => void>();
  private timer: ReturnType<typeof setInterval> | undefined;
  private nowMs: number;

  /** @param clock factory clock */
  constructor(private readonly clock: FactoryClock) {
    this.nowMs = clock.now();
    clock.whenKnown(() => this.tick());
  }

  /** Factory time at the last tick, epoch ms; while nobody watches, at the first look after it. */
  now = (): number => {
    if (this.timer === undefined && Math.abs(this.clock.now() - this.nowMs) > 1000 * this.clock.rate)
      this.tick();
    return this.nowMs;
  };

  /** Calls back at each tick; gives back how to stop that. */
  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    this.timer ??= setInterval(() => this.tick(), 1000);
    return () => {
      this.watchers.delete(watcher);
      if (this.watchers.size > 0) return;
      clearInterval(this.timer);
      this.timer = undefined;
    };
  };

  private tick(): void {
    this.nowMs = this.clock.now();
    for (const watcher of this.watchers) watcher();
  }
}
