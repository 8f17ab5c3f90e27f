const TWO_32 = 4_294_967_296;

/** 32 bits that depend on every character of a text. @see https://en.wikipedia.org/wiki/Fowler–Noll–Vo_hash_function */
function hash(text: string): number {
  let value = 2_166_136_261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16_777_619);
  return value >>> 0;
}

/**
 * A stream of random numbers with a name: the same seed and name give the same numbers, whatever other streams are drawn from, so that
 * what one machine or person does never depends on who came first.
 */
export class Draw {
  private state: number;

  constructor(seed: number, name: string) {
    this.state = (hash(`${seed}/${name}`) ^ Math.imul(seed, 2_654_435_761)) >>> 0;
    for (let i = 0; i < 4; i++) this.share();
  }

  /** From 0 to 1, 1 not included. @see mulberry32 */
  share(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_32;
  }

  /** Happens with this probability. */
  chance(probability: number): boolean {
    return this.share() < probability;
  }

  /** Between two numbers. */
  between(from: number, to: number): number {
    return from + (to - from) * this.share();
  }

  /** A whole number from … to, both included. */
  whole(from: number, to: number): number {
    return Math.floor(this.between(from, to + 1));
  }

  /** Time until the next of events that come at random, one per `mean` on average. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.share());
  }

  /** Around 0 with spread 1. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.share())) * Math.cos(2 * Math.PI * this.share());
  }

  /** Mostly around the median, sometimes far above. */
  lognormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  /** One of several by weight. @throws RangeError when there is none */
  pick<T>(choices: readonly (readonly [choice: T, weight: number])[]): T {
    const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
    let rest = this.share() * total;
    for (const [choice, weight] of choices) {
      rest -= weight;
      if (rest < 0) return choice;
    }
    const last = choices.at(-1);
    if (!last) throw new RangeError('nothing to pick from');
    return last[0];
  }
}
