/** Few orders are forbidden at a time: a small table stays in the cache, and seldom takes two for one. */
const TABLE = 1 << 14;

/** Which orders of two operations, and which modes, were left lately and must not come back yet. */
export class TabuList {
  /** The present iteration. */
  now = 0;
  private readonly order = new Int32Array(TABLE);
  private readonly mode: Int32Array;

  constructor(modes: number) {
    this.mode = new Int32Array(modes);
  }

  /** May `first` not be put before `second` yet? */
  forbidsOrder(first: number, second: number): boolean {
    return this.order[this.slot(first, second)]! > this.now;
  }

  /** May the mode not be taken again yet? */
  forbidsMode(mode: number): boolean {
    return this.mode[mode]! > this.now;
  }

  /** Forbids to put `first` before `second` for some iterations. */
  forbidOrder(first: number, second: number, iterations: number): void {
    this.order[this.slot(first, second)] = this.now + iterations;
  }

  /** Forbids a mode for some iterations. */
  forbidMode(mode: number, iterations: number): void {
    this.mode[mode] = this.now + iterations;
  }

  /** Allows everything again. */
  clear(): void {
    this.order.fill(0);
    this.mode.fill(0);
    this.now = 0;
  }

  private slot(first: number, second: number): number {
    return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 40503) ^ (second << 7)) & (TABLE - 1);
  }
}
