import { type Model, NEVER } from '../model/model';

/** At most so many stretches of time are told apart for each pool. */
const STRETCHES = 4096;

/**
 * What a trial has changed so far: operations whose times are not as before, stations with other hours, and when other
 * people are at work. All is forgotten at once by counting on.
 */
export class Differences {
  private now = 0;
  private readonly operation: Int32Array;
  private readonly station: Int32Array;
  private readonly stretch: Int32Array[];
  private readonly shift: number;
  private readonly last: number;

  constructor({ size, stationId, pools, horizon }: Model) {
    this.operation = new Int32Array(size);
    this.station = new Int32Array(stationId.length);
    let shift = 0;
    while (horizon >> shift >= STRETCHES) shift++;
    this.shift = shift;
    this.last = horizon >> shift;
    this.stretch = pools.map(() => new Int32Array(this.last + 1));
  }

  /** Begins a new trial: nothing has changed. */
  forget(): void {
    this.now++;
  }

  /** Operation o has other times or another station. */
  change(o: number): void {
    this.operation[o] = this.now;
  }

  /** Is operation o other than before? */
  changed(o: number): boolean {
    return this.operation[o] === this.now;
  }

  /** Station k works at other hours. */
  changeHours(k: number): void {
    this.station[k] = this.now;
  }

  /** Does station k work at other hours? */
  otherHours(k: number): boolean {
    return this.station[k] === this.now;
  }

  /** The people of pool p at work in [from, to) may be others. */
  changePeople(p: number, from: number, to: number): void {
    if (from >= to || from >= NEVER) return;
    const { shift, last, now } = this;
    const stretch = this.stretch[p]!;
    for (let i = from >> shift; i <= (to - 1) >> shift && i <= last; i++) stretch[i] = now;
  }

  /** Could other people of pool p be at work somewhere in [from, to]? */
  otherPeople(p: number, from: number, to: number): boolean {
    const { shift, last, now } = this;
    const stretch = this.stretch[p]!;
    for (let i = from >> shift; i <= to >> shift && i <= last; i++) if (stretch[i] === now) return true;
    return false;
  }
}
