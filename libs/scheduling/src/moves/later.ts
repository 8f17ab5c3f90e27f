import type { Random } from '../improve/random';
import { type Model, NEVER, UNLIMITED } from '../model/model';
import type { Times } from '../timing/times';

/** So many operations of a job are looked at for one that could run later. */
const STEPS = 20;
/** Share of the draws that delay as far as it pays, and not only a part of the way. */
const ALL_THE_WAY = 0.6;

/** Draws an operation of a job that pays for being ready too early, or for the time it takes, and when it should run instead. */
export class Later {
  /** The operation drawn last, and its later run start. */
  op = -1;
  runStart = 0;

  constructor(
    private readonly model: Model,
    private readonly times: Times,
    private readonly random: Random,
  ) {}

  /** False: there is none, or none came to mind. */
  draw(): boolean {
    const { jobs } = this.model;
    const j = this.drawJob();
    if (j < 0) return false;
    const isEarly = this.earlinessOf(j) > 0;
    return isEarly && (jobs.flow[j] === 0 || this.random() < 0.5) ? this.lastOf(j) : this.firstOf(j);
  }

  /** How much later o may run for its due date and what waits for it, in seconds; 0 where nothing says so. */
  spare(o: number): number {
    const { model, times } = this;
    const { after, jobs, job } = model;
    const j = job[o]!;
    let latest = jobs.due[j] === UNLIMITED ? NEVER : jobs.due[j]!;
    if (after.from[o] !== after.from[o + 1]) latest = NEVER;
    for (let a = after.from[o]!; a < after.from[o + 1]!; a++) {
      latest = Math.min(latest, times.runStart[after.op[a]!]! - after.min[a]!);
    }
    return latest >= NEVER ? 0 : latest - times.end[o]!;
  }

  /** A job, the more it pays the more often; −1: none pays anything. */
  private drawJob(): number {
    let chosen = -1;
    let sum = 0;
    for (let j = 0; j < this.model.jobs.count; j++) {
      const pays = this.earlinessOf(j) + this.flowOf(j);
      if (pays <= 0) continue;
      sum += pays;
      if (this.random() * sum < pays) chosen = j;
    }
    return chosen;
  }

  private earlinessOf(j: number): number {
    const { due, earliness } = this.model.jobs;
    return earliness[j]! > 0 && due[j]! < UNLIMITED
      ? Math.max(0, due[j]! - this.endOf(j)) * earliness[j]!
      : 0;
  }

  private flowOf(j: number): number {
    const { flow, sourceFrom, source } = this.model.jobs;
    if (flow[j] === 0) return 0;
    const end = this.endOf(j);
    if (end >= NEVER) return 0;
    let first = end;
    for (let i = sourceFrom[j]!; i < sourceFrom[j + 1]!; i++)
      first = Math.min(first, this.times.runStart[source[i]!]!);
    return flow[j]! * (end - first);
  }

  private endOf(j: number): number {
    const { sinkFrom, sink, fixedEnd } = this.model.jobs;
    let end = fixedEnd[j]!;
    for (let s = sinkFrom[j]!; s < sinkFrom[j + 1]!; s++) end = Math.max(end, this.times.end[sink[s]!]!);
    return end;
  }

  /** The operation with which the job is ready goes towards the due date. */
  private lastOf(j: number): boolean {
    const { sinkFrom, sink, due } = this.model.jobs;
    const end = this.endOf(j);
    for (let s = sinkFrom[j]!; s < sinkFrom[j + 1]!; s++)
      if (this.times.end[sink[s]!] === end) return this.delay(sink[s]!, due[j]! - end);
    return false;
  }

  /** The first operation from the job's beginning on that need not run as early as it does. */
  private firstOf(j: number): boolean {
    const { sourceFrom, source } = this.model.jobs;
    const { from, op } = this.model.after;
    const any = (first: number, end: number): number => first + ((this.random() * (end - first)) | 0);
    if (sourceFrom[j] === sourceFrom[j + 1]) return false;
    let o = source[any(sourceFrom[j]!, sourceFrom[j + 1]!)]!;
    for (let step = 0; step < STEPS; step++) {
      if (this.delay(o, this.spare(o))) return true;
      if (from[o] === from[o + 1]) return false;
      o = op[any(from[o]!, from[o + 1]!)]!;
    }
    return false;
  }

  private delay(o: number, most: number): boolean {
    if (most <= 0 || this.times.end[o] === NEVER) return false;
    this.op = o;
    const seconds = this.random() < ALL_THE_WAY ? most : 1 + ((this.random() * most) | 0);
    this.runStart = this.times.runStart[o]! + seconds;
    return true;
  }
}
