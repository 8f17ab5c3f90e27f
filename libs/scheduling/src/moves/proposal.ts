import type { Random } from '../improve/random';
import type { Model } from '../model/model';
import type { Plan } from '../plan/plan';
import type { Graph } from '../timing/graph';
import { Estimate } from './estimate';
import { LatePath } from './late-path';
import type { Response } from './response';

/** Candidates looked at for one proposal. */
const CANDIDATES = 5;
/** Proposals made on one path before another is drawn. */
const PER_PATH = 10;
/** How far along the station an operation may be moved at once. */
const REACH = 8;

/**
 * Proposes moves: of some candidates along what makes a tardy job late, or around a changeover, the one with the lowest
 * estimate.
 */
export class Proposals {
  /** The proposal made last: operation, mode, place on the station counted without the operation. */
  op = -1;
  mode = 0;
  slot = 0;
  /** The most that jobs can save that become earlier. */
  saving = 0;

  private readonly path: LatePath;
  private left = 0;
  private readonly estimate: Estimate;
  private least = 0;

  constructor(
    private readonly model: Model,
    private readonly plan: Plan,
    private readonly graph: Graph,
    response: Response,
    private readonly random: Random,
  ) {
    this.path = new LatePath(model, graph, random);
    this.estimate = new Estimate(model, plan, graph, response);
  }

  /** A new path is drawn for the next proposal. */
  renew(): void {
    this.left = 0;
  }

  /** Makes a proposal; `noise` is added to estimates so that not always the same is chosen. */
  next(noise: number): boolean {
    const { random } = this;
    if (this.left-- <= 0) {
      this.left = PER_PATH;
      this.path.draw();
    }
    this.least = Infinity;
    this.op = -1;
    const onPath = this.path.length > 0 && (this.model.changeoverPrice === 0 || random() < 0.7);
    for (let c = 0; c < CANDIDATES; c++) {
      if (onPath) this.alongPath(noise);
      else this.aroundChangeover(noise);
    }
    return this.op >= 0;
  }

  private alongPath(noise: number): void {
    const { random, graph } = this;
    const { from } = this.model.modes;
    const { sequences } = graph;
    const o = this.path.op[(random() * this.path.length) | 0]!;
    const modes = from[o + 1]! - from[o]!;
    const draw = random();
    if (modes > 1 && draw < 0.4) {
      const mode = from[o]! + ((random() * modes) | 0);
      if (mode !== this.plan.mode[o]) this.consider(o, mode, this.slotFor(o, mode), noise);
      return;
    }
    const previous = sequences.previous[o]!;
    if (previous < 0) return;
    const far = random() < 0.4 ? (random() * REACH) | 0 : 0;
    const k = sequences.station[o]!;
    const slot = sequences.slot[o]!;
    if (draw < 0.7) this.consider(o, this.plan.mode[o]!, Math.max(0, slot - 1 - far), noise);
    else
      this.consider(
        previous,
        this.plan.mode[previous]!,
        Math.min(sequences.count[k]! - 1, slot + far),
        noise,
      );
  }

  /** A place on the mode's station about where the operation could start. */
  private slotFor(o: number, mode: number): number {
    const { graph } = this;
    const { op, base, count } = graph.sequences;
    const { before, modes } = this.model;
    const k = modes.station[mode]!;
    let earliest = graph.lower[o]!;
    for (let a = before.from[o]!; a < before.from[o + 1]!; a++) {
      earliest = Math.max(earliest, graph.end[before.op[a]!]! + before.min[a]!);
    }
    let low = 0;
    for (let high = count[k]!; low < high;) {
      const middle = (low + high) >> 1;
      if (graph.end[op[base[k]! + middle]!]! > earliest) high = middle;
      else low = middle + 1;
    }
    return Math.min(count[k]!, low + ((this.random() * 3) | 0));
  }

  /** An operation that needs a changeover goes next to one of its family. */
  private aroundChangeover(noise: number): void {
    const { random, graph, model } = this;
    const { sequences } = graph;
    let o = -1;
    for (let t = 0; t < 5 && o < 0; t++) {
      const x = (random() * model.size) | 0;
      if (graph.changeover[x]! > model.modes.setup[this.plan.mode[x]!]!) o = x;
    }
    if (o < 0) o = (random() * model.size) | 0;
    const modes = model.modes.from[o + 1]! - model.modes.from[o]!;
    const mode = random() < 0.5 ? this.plan.mode[o]! : model.modes.from[o]! + ((random() * modes) | 0);
    const k = model.modes.station[mode]!;
    const own = model.modes.family[mode]!;
    const middle = k === sequences.station[o] ? sequences.slot[o]! : this.slotFor(o, mode);
    const step = random() < 0.5 ? 1 : -1;
    let slot = middle + step;
    for (let t = 0; t < 20; t++, slot += step) {
      if (slot < 0 || slot >= sequences.count[k]!) return;
      const y = sequences.op[sequences.base[k]! + slot]!;
      if (y !== o && graph.family[y] === own) break;
    }
    if (slot < 0 || slot >= sequences.count[k]!) return;
    const same = k === sequences.station[o];
    if (same)
      this.consider(
        o,
        mode,
        step > 0 ? slot - (random() < 0.5 ? 1 : 0) : slot + (random() < 0.5 ? 1 : 0),
        noise,
      );
    else this.consider(o, mode, slot + (random() < 0.5 ? 1 : 0), noise);
  }

  private consider(o: number, mode: number, slot: number, noise: number): void {
    const { sequences } = this.graph;
    const k = this.model.modes.station[mode]!;
    const same = sequences.station[o] === k;
    const old = sequences.slot[o]!;
    if (same && (slot === old || slot < 0 || slot >= sequences.count[k]!)) return;
    if (this.closesCycle(o, k, slot)) return;
    const value = this.estimate.ofMove(o, mode, slot) - noise * Math.log(this.random() + 1e-9);
    if (value >= this.least) return;
    this.least = value;
    this.op = o;
    this.mode = mode;
    this.slot = slot;
    this.saving = this.estimate.saving;
  }

  /** Would the operation surely come before a predecessor or after a follower? Judged by the present times. */
  private closesCycle(o: number, k: number, slot: number): boolean {
    const { sequences, runStart, end } = this.graph;
    const { before, after } = this.model;
    const same = sequences.station[o] === k;
    const b = sequences.base[k]!;
    const shifted = same && slot >= sequences.slot[o]! ? 1 : 0;
    const next = slot + shifted < sequences.count[k]! ? sequences.op[b + slot + shifted]! : -1;
    const previous = slot + shifted > 0 ? sequences.op[b + slot + shifted - 1]! : -1;
    if (next >= 0 && next !== o) {
      for (let a = before.from[o]!; a < before.from[o + 1]!; a++) {
        const p = before.op[a]!;
        if (p === next || runStart[p]! >= end[next]!) return true;
      }
    }
    if (previous >= 0 && previous !== o) {
      for (let a = after.from[o]!; a < after.from[o + 1]!; a++) {
        const s = after.op[a]!;
        if (s === previous || runStart[previous]! >= end[s]!) return true;
      }
    }
    return false;
  }
}
