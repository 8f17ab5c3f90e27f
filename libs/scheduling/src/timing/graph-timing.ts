import { type Model, NEVER } from '../model/model';
import type { StationTime } from '../model/station-time';
import type { Plan } from '../plan/plan';
import { Topology } from '../plan/topology';
import { type Chains, chainsOf, sweepTimes, unsweepTimes } from './chain-sweep';
import { Cost } from './cost';
import { ENTRY, Graph } from './graph';
import { type Propagate, propagateAlways, propagateBarriers, propagateHours } from './propagate';

/** Operation `op` goes to the place `slot` of its new mode's station, counted without the operation itself. */
export interface Move {
  readonly op: number;
  readonly mode: number;
  readonly slot: number;
}

/**
 * Times by the longest way through the graph of waits and station sequences, for problems without binding pools and
 * longest waits. After a change only what it reaches is computed again, in the topological order of the plan; a change
 * that is not kept is taken back from a log.
 */
export class GraphTiming {
  readonly graph: Graph;
  /** Cost of the times as they are. */
  cost = 0;
  /** Cost of each job. */
  readonly jobCost: Float64Array;
  /** Undefined where times need more than walking along chains. */
  readonly chains: Chains | undefined;

  private readonly topology: Topology;
  private readonly costs: Cost;
  private readonly propagate: Propagate;
  /** All cost there is: tardiness of jobs with one sink, and changeovers. */
  private readonly plainCost: boolean;
  private readonly ends: Uint8Array;
  /** Ends before the last sweep, by position. */
  private readonly former: Int32Array;
  /** What each job costs after the last sweep. */
  private readonly costNow: Float64Array;

  private costBefore = 0;
  private readonly touched: Int32Array;
  private readonly touchedCost: Float64Array;
  private touches = 0;
  private readonly isTouched: Uint8Array;
  private movedOp = -1;
  private movedMode = 0;
  private movedStation = 0;
  private movedSlot = 0;

  constructor(
    private readonly model: Model,
    time: StationTime,
    private readonly plan: Plan,
  ) {
    const { size, jobs, features, baseline } = model;
    this.graph = new Graph(model, time, plan);
    this.topology = new Topology(model, plan, this.graph.sequences);
    this.costs = new Cost(model);
    this.propagate = time.barriers
      ? propagateBarriers
      : features.calendars
        ? propagateHours
        : propagateAlways;
    this.jobCost = new Float64Array(jobs.count);
    this.ends = new Uint8Array(size);
    for (const o of jobs.sink) this.ends[o] = 1;
    for (const o of jobs.source) if (jobs.flow[model.job[o]!]) this.ends[o] = 1;
    const oneSink = jobs.id.every((_, j) => jobs.sinkFrom[j + 1]! - jobs.sinkFrom[j]! <= 1);
    this.chains = baseline.moveStation || features.lateIsGood ? undefined : chainsOf(model);
    this.plainCost = oneSink && !features.lateIsGood && !baseline.moveStation;
    this.former = new Int32Array(size);
    this.costNow = new Float64Array(jobs.count);
    this.touched = new Int32Array(jobs.count);
    this.touchedCost = new Float64Array(jobs.count);
    this.isTouched = new Uint8Array(jobs.count);
    this.load();
  }

  /** Reads the whole plan anew. */
  load(): void {
    const { graph } = this;
    graph.load();
    graph.end.fill(-1);
    for (const o of this.plan.order) graph.mark(o);
    this.propagate(graph, 0, Infinity);
    graph.begin();
    this.cost = this.costs.total(this.plan, graph);
    for (let j = 0; j < this.jobCost.length; j++) this.jobCost[j] = this.costs.job(j, graph);
  }

  /**
   * Makes a move and computes the cost.
   * @param limit the highest cost that is kept
   * @param saving what jobs that become earlier can save at most, in sum; bounds the work on hopeless moves
   * @returns false when the move would close a cycle or costs more than `limit`; everything is then as before
   */
  tryMove(move: Move, limit: number, saving = Infinity): boolean {
    const { graph } = this;
    const { sequences } = graph;
    const { op: o } = move;
    const formerNext = sequences.next[o]!;
    if (!this.resequence(move)) return false;
    this.change(o);
    if (formerNext >= 0) this.change(formerNext);
    if (sequences.next[o]! >= 0) this.change(sequences.next[o]!);
    if (this.evaluate(limit, saving)) return true;
    this.undo();
    return false;
  }

  /**
   * Makes a move for good: it cannot be undone, and causes are not kept.
   * @param limit the highest cost that is kept
   * @returns false when the move would close a cycle or costs more than `limit`; everything is then as before
   */
  make(move: Move, limit = Infinity): boolean {
    const { graph, chains, former } = this;
    if (!chains) return this.tryMove(move, limit);
    const { position, order } = this.plan;
    const { jobs } = this.model;
    const { next } = graph.sequences;
    const formerNext = next[move.op]!;
    if (!this.resequence(move)) return false;
    let first = position[move.op]!;
    if (formerNext >= 0 && position[formerNext]! < first) first = position[formerNext]!;
    const end = jobs.count === 1 ? jobs.due[0]! + limit / jobs.weight[0]! : Infinity;
    const until = sweepTimes(graph, chains, first, { cost: limit, end, former });
    if (until === order.length && this.readCosts(limit)) return true;
    this.setMode(this.movedOp, this.movedMode);
    unsweepTimes(graph, first, until, former);
    this.topology.undo();
    graph.sequences.move(this.movedOp, this.movedStation, this.movedSlot);
    return false;
  }

  /** Writes down what each job costs, and all of them; false: that is more than the limit, and nothing is written. */
  private readCosts(limit: number): boolean {
    const { jobCost, costNow } = this;
    let sum = 0;
    for (let j = 0; j < jobCost.length; j++) sum += costNow[j] = this.costs.job(j, this.graph);
    if (sum > limit) return false;
    jobCost.set(costNow);
    this.cost = sum;
    return true;
  }

  /** Gives the operation its mode and its place, and the order what follows from them; false: that closes a cycle. */
  private resequence({ op: o, mode, slot }: Move): boolean {
    const { sequences } = this.graph;
    this.begin();
    this.movedOp = o;
    this.movedMode = this.plan.mode[o]!;
    this.movedStation = sequences.station[o]!;
    this.movedSlot = sequences.slot[o]!;
    sequences.move(o, this.model.modes.station[mode]!, slot);
    this.setMode(o, mode);
    if (this.topology.repair(o)) return true;
    this.takeBackMove();
    return false;
  }

  /** What job j costs. */
  costOfJob(j: number): number {
    return this.costs.job(j, this.graph);
  }

  /** What the cost would rise if operation o started `delay` later; Infinity when more than `ceiling`. Nothing changes. */
  riseWhenLater(o: number, delay: number, ceiling: number): number {
    const { graph } = this;
    const lower = graph.lower[o]!;
    this.begin();
    graph.lower[o] = graph.runStart[o]! + delay;
    graph.mark(o);
    const rise = this.riseOf(ceiling);
    graph.lower[o] = lower;
    this.restoreTimes();
    return rise;
  }

  /** What the cost would rise (it falls) if operation o started `advance` earlier, whatever holds it back. */
  riseWhenEarlier(o: number, advance: number, ceiling: number): number {
    const { graph } = this;
    const { after } = this.model;
    this.begin();
    const own = this.plainCost ? graph.sinkRise(o, graph.end[o]! - advance) : 0;
    graph.note(o);
    graph.runStart[o]! -= advance;
    graph.end[o]! -= advance;
    graph.free[o] = graph.end[o]!;
    const next = graph.sequences.next[o]!;
    if (next >= 0) graph.mark(next);
    for (let a = after.from[o]!; a < after.from[o + 1]!; a++) graph.mark(after.op[a]!);
    const rise = own + this.riseOf(ceiling);
    this.restoreTimes();
    return rise;
  }

  private begin(): void {
    this.graph.begin();
    this.costBefore = this.cost;
    this.touches = 0;
    this.movedOp = -1;
  }

  private riseOf(ceiling: number): number {
    const rise = this.propagate(this.graph, this.graph.first, this.plainCost ? ceiling : Infinity);
    if (this.plainCost) return rise;
    this.price(rise);
    return this.cost - this.costBefore;
  }

  private setMode(o: number, mode: number): void {
    this.plan.mode[o] = mode;
    this.graph.run[o] = this.model.modes.run[mode]!;
  }

  /** Marks an operation whose neighbour before it changed. */
  private change(o: number): void {
    if (!this.graph.time.barriers) this.graph.follow(o);
    this.graph.mark(o);
  }

  private evaluate(limit: number, saving: number): boolean {
    const { graph, model } = this;
    const known = this.costBefore + graph.changeoverRise * model.changeoverPrice;
    const rise = this.propagate(graph, graph.first, this.plainCost ? limit - known + saving : Infinity);
    if (rise === Infinity) return false;
    this.price(rise);
    return this.cost <= limit;
  }

  private price(rise: number): void {
    this.cost = this.costBefore + this.graph.changeoverRise * this.model.changeoverPrice;
    if (this.plainCost) this.cost += rise;
    else this.priceTouched();
    if (this.model.features.calendars) this.priceMissing();
  }

  /** Takes back the last move that {@link tryMove} kept. */
  undo(): void {
    this.restoreTimes();
    this.topology.undo();
    this.takeBackMove();
  }

  private restoreTimes(): void {
    this.graph.restore();
    for (let i = 0; i < this.touches; i++) this.jobCost[this.touched[i]!] = this.touchedCost[i]!;
    this.touches = 0;
    this.cost = this.costBefore;
  }

  private takeBackMove(): void {
    this.graph.sequences.move(this.movedOp, this.movedStation, this.movedSlot);
    this.setMode(this.movedOp, this.movedMode);
  }

  /** Adds to the cost what the jobs and operations in the log cost more or less than before. */
  private priceTouched(): void {
    const { model, costs, plan, graph, ends } = this;
    const { log, logged } = graph;
    const { moveSecond, moveStation } = model.baseline;
    const moves = moveSecond > 0 || moveStation > 0;
    for (let l = 0; l < logged * ENTRY; l += ENTRY) {
      const o = log[l]!;
      if (ends[o]) this.touch(model.job[o]!);
      if (!moves) continue;
      const before = o === this.movedOp ? this.movedMode : plan.mode[o]!;
      this.cost += costs.move(o, plan.mode[o]!, graph.runStart[o]!) - costs.move(o, before, log[l + 1]!);
    }
    for (let i = 0; i < this.touches; i++) {
      const j = this.touched[i]!;
      this.isTouched[j] = 0;
      this.jobCost[j] = costs.job(j, graph);
      this.cost += this.jobCost[j]! - this.touchedCost[i]!;
    }
  }

  private touch(j: number): void {
    if (this.isTouched[j]) return;
    this.isTouched[j] = 1;
    this.touchedCost[this.touches] = this.jobCost[j]!;
    this.touched[this.touches++] = j;
  }

  /** Adds the price of operations that lost their place, and takes away that of those that found one. */
  private priceMissing(): void {
    const { log, logged, end } = this.graph;
    for (let l = 0; l < logged * ENTRY; l += ENTRY) {
      const now = end[log[l]!] === NEVER;
      if (now !== (log[l + 2] === NEVER)) this.cost += now ? this.costs.missing : -this.costs.missing;
    }
  }
}
