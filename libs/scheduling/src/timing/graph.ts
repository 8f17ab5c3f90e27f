import type { Model } from '../model/model';
import type { StationTime } from '../model/station-time';
import type { Plan } from '../plan/plan';
import { Sequences } from '../plan/sequences';

/** Fields of one entry of the log: operation, runStart, end, cause, endAt, free. */
export const ENTRY = 6;

/** No family has this number. */
const NO_FAMILY_YET = -2;

/**
 * The graph of waits and station sequences with the times of its operations, and the log with which the last change can be
 * taken back. All is flat arrays: the propagation over them is the innermost loop of the search.
 */
export class Graph {
  readonly sequences: Sequences;
  readonly runStart: Int32Array;
  readonly end: Int32Array;
  /** The operation that keeps this one from running earlier; −1: none does. */
  readonly cause: Int32Array;
  /** Working seconds of the changeover from the neighbour before. */
  readonly changeover: Int32Array;
  /** The family that stands on the station afterwards. */
  readonly family: Int32Array;
  /** Working interval in which the run ends. */
  readonly endAt: Int32Array;
  /** When the station is free again: the end, or what was before where the operation has no place. */
  readonly free: Int32Array;
  /** Run of the chosen mode. */
  readonly run: Int32Array;
  /** No run starts before: release and wish of the plan. */
  readonly lower: Int32Array;

  /** One bit for each position of the order: its operation is to be computed. */
  readonly marks: Int32Array;
  /** No mark lies behind this word of marks. */
  lastWord = -1;
  /** No mark lies before this position. */
  first = 0;
  /** Entries in the log. */
  logged = 0;
  readonly log: Int32Array;
  private readonly followLog: Int32Array;
  private followed = 0;
  /** Changeover seconds that the change adds. */
  changeoverRise = 0;

  /** Sinks of jobs with one sink: what a second late costs, and the instant from which on it does; else weight 0. */
  readonly sinkWeight: Float64Array;
  readonly sinkDue: Int32Array;

  constructor(
    readonly model: Model,
    readonly time: StationTime,
    readonly plan: Plan,
  ) {
    const { size, jobs } = model;
    const row = (): Int32Array => new Int32Array(size);
    this.sequences = new Sequences(model);
    [this.runStart, this.end, this.cause, this.changeover] = [row(), row(), row(), row()];
    [this.family, this.endAt, this.free, this.run] = [row(), row(), row(), row()];
    this.lower = row();
    this.marks = new Int32Array((size >> 5) + 1);
    this.log = new Int32Array(size * ENTRY);
    this.followLog = new Int32Array((size + 8) * 9);
    this.sinkWeight = new Float64Array(size);
    this.sinkDue = new Int32Array(size);
    for (let j = 0; j < jobs.count; j++) {
      if (jobs.sinkFrom[j + 1]! - jobs.sinkFrom[j]! !== 1) continue;
      const o = jobs.sink[jobs.sinkFrom[j]!]!;
      this.sinkWeight[o] = jobs.weight[j]!;
      this.sinkDue[o] = Math.max(jobs.due[j]!, jobs.fixedEnd[j]!);
    }
  }

  /** Reads sequences, runs, changeovers and lower bounds from the plan. */
  load(): void {
    const { model, plan } = this;
    this.sequences.load(plan);
    for (let o = 0; o < model.size; o++) {
      this.run[o] = model.modes.run[plan.mode[o]!]!;
      this.lower[o] = Math.max(model.release[o]!, plan.notBefore[o]!);
    }
    for (const o of plan.order) {
      this.begin();
      this.family[o] = NO_FAMILY_YET;
      this.follow(o);
    }
    this.marks.fill(0);
    this.begin();
  }

  /**
   * Computes changeover and family of an operation from its neighbour before, and of those behind it as long as the family
   * that is left behind changes. Not for stations with barriers: there they depend on the times.
   */
  follow(first: number): void {
    const { modes, changeovers } = this.model;
    const { family, sequences } = this;
    for (let o = first; o >= 0; o = sequences.next[o]!) {
      const mode = this.plan.mode[o]!;
      const k = sequences.station[o]!;
      const previous = sequences.previous[o]!;
      const own = modes.family[mode]!;
      const before = previous >= 0 ? family[previous]! : this.time.firstFamily[k]!;
      let seconds = modes.setup[mode]!;
      if (own >= 0 && before >= 0) {
        seconds += changeovers.seconds[changeovers.base[k]! + before * changeovers.size[k]! + own]!;
      }
      const former = family[o]!;
      this.setChangeover(o, seconds, own >= 0 ? own : before);
      if (family[o] === former) break;
      if (sequences.next[o]! >= 0) this.mark(sequences.next[o]!);
    }
  }

  /** Writes changeover and family of an operation and notes the former ones. */
  setChangeover(o: number, seconds: number, family: number): void {
    const l = this.followed++ * 3;
    this.followLog[l] = o;
    this.followLog[l + 1] = this.changeover[o]!;
    this.followLog[l + 2] = this.family[o]!;
    this.changeoverRise += seconds - this.changeover[o]!;
    this.changeover[o] = seconds;
    this.family[o] = family;
  }

  /** Begins a new change: nothing is marked, the log is empty. */
  begin(): void {
    this.lastWord = -1;
    this.first = this.model.size;
    this.logged = this.followed = this.changeoverRise = 0;
  }

  /** Marks an operation to be computed. */
  mark(o: number): void {
    const position = this.plan.position[o]!;
    this.marks[position >> 5]! |= 1 << (position & 31);
    if (position >> 5 > this.lastWord) this.lastWord = position >> 5;
    if (position < this.first) this.first = position;
  }

  /** What the job of a sink costs more when it ends at `end`; 0 for other operations and for jobs with several sinks. */
  sinkRise(o: number, end: number): number {
    const weight = this.sinkWeight[o]!;
    if (weight === 0) return 0;
    const due = this.sinkDue[o]!;
    const now = this.end[o]!;
    return weight * ((end > due ? end - due : 0) - (now > due ? now - due : 0));
  }

  /** Writes the present state of an operation to the log. */
  note(o: number): void {
    const { log } = this;
    const l = this.logged++ * ENTRY;
    log[l] = o;
    log[l + 1] = this.runStart[o]!;
    log[l + 2] = this.end[o]!;
    log[l + 3] = this.cause[o]!;
    log[l + 4] = this.endAt[o]!;
    log[l + 5] = this.free[o]!;
  }

  /** Takes back the times that were logged. */
  restore(): void {
    const { log } = this;
    for (let l = (this.logged - 1) * ENTRY; l >= 0; l -= ENTRY) {
      const o = log[l]!;
      this.runStart[o] = log[l + 1]!;
      this.end[o] = log[l + 2]!;
      this.cause[o] = log[l + 3]!;
      this.endAt[o] = log[l + 4]!;
      this.free[o] = log[l + 5]!;
    }
    for (let l = (this.followed - 1) * 3; l >= 0; l -= 3) {
      this.changeover[this.followLog[l]!] = this.followLog[l + 1]!;
      this.family[this.followLog[l]!] = this.followLog[l + 2]!;
    }
    this.logged = this.followed = 0;
  }
}
