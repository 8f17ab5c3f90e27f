import type { Random } from '../improve/random';
import type { Model } from '../model/model';

/** When operations end and what holds each of them back. */
export interface Causes {
  readonly end: Int32Array;
  readonly cause: Int32Array;
}

/** Operations that make a tardy job late, last one first: where a plan can be improved. */
export class LatePath {
  /** The operations of the path are the first `length`. */
  readonly op: Int32Array;
  length = 0;

  constructor(
    private readonly model: Model,
    private readonly times: Causes,
    private readonly random: Random,
  ) {
    this.op = new Int32Array(model.size + 1);
  }

  /** Draws a tardy job, the more it costs the more often, and follows what holds it back; no job is late: length 0. */
  draw(): void {
    const job = this.drawJob();
    this.length = 0;
    if (job < 0) return;
    for (let o = this.lastOf(job); o >= 0 && this.length < this.model.size; o = this.times.cause[o]!) {
      this.op[this.length++] = o;
    }
  }

  /** When job j ends. */
  endOf(j: number): number {
    const { sinkFrom, sink, fixedEnd } = this.model.jobs;
    let end = fixedEnd[j]!;
    for (let s = sinkFrom[j]!; s < sinkFrom[j + 1]!; s++) end = Math.max(end, this.times.end[sink[s]!]!);
    return end;
  }

  private drawJob(): number {
    const { jobs } = this.model;
    const { random } = this;
    let chosen = -1;
    let most = 0;
    for (let t = 0; t < 3; t++) {
      const j = (random() * jobs.count) | 0;
      const late = this.latenessOf(j) * (0.3 + random());
      if (late > most) [most, chosen] = [late, j];
    }
    if (chosen >= 0) return chosen;
    for (let j = 0, sum = 0; j < jobs.count; j++) {
      const late = this.latenessOf(j);
      if (late <= 0) continue;
      sum += late;
      if (random() * sum < late) chosen = j;
    }
    return chosen;
  }

  private latenessOf(j: number): number {
    const { due, weight } = this.model.jobs;
    return weight[j]! > 0 ? (this.endOf(j) - due[j]!) * weight[j]! : 0;
  }

  private lastOf(j: number): number {
    const { sinkFrom, sink } = this.model.jobs;
    const end = this.endOf(j);
    let chosen = -1;
    let count = 0;
    for (let s = sinkFrom[j]!; s < sinkFrom[j + 1]!; s++) {
      if (this.times.end[sink[s]!] === end && this.random() * ++count < 1) chosen = sink[s]!;
    }
    return chosen;
  }
}
