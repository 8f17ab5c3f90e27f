import type { Plan } from '../plan/plan';

/** Operations to be computed, taken out against the order of the plan: what follows an operation comes before it. */
export class BackwardQueue {
  /** One bit for each position of the order. */
  private readonly marks: Int32Array;
  /** No mark lies behind this word of marks. */
  private lastWord = -1;

  constructor(private readonly plan: Plan) {
    this.marks = new Int32Array((plan.order.length >> 5) + 1);
  }

  /** Puts an operation in, once; the order must not change before it is taken out. */
  put(o: number): void {
    const position = this.plan.position[o]!;
    const word = position >> 5;
    this.marks[word]! |= 1 << (position & 31);
    if (word > this.lastWord) this.lastWord = word;
  }

  /** Takes out the operation that is last in the order; −1: there is none. */
  take(): number {
    const { marks } = this;
    let word = this.lastWord;
    while (word >= 0 && marks[word] === 0) word--;
    this.lastWord = word;
    if (word < 0) return -1;
    const bit = 31 - Math.clz32(marks[word]!);
    marks[word]! &= ~(1 << bit);
    return this.plan.order[(word << 5) + bit]!;
  }
}
