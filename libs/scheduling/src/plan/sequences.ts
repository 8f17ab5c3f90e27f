import type { Model } from '../model/model';
import type { Plan } from './plan';

/**
 * The sequence of operations on each station, as arrays and as links: those of station k are
 * `op[base[k]] … op[base[k] + count[k] − 1]`.
 */
export class Sequences {
  readonly base: Int32Array;
  readonly count: Int32Array;
  readonly op: Int32Array;
  /** Place of each operation in its station's sequence. */
  readonly slot: Int32Array;
  /** Neighbours on the station, −1: none. */
  readonly previous: Int32Array;
  readonly next: Int32Array;
  /** Station of each operation. */
  readonly station: Int32Array;

  constructor(private readonly model: Model) {
    const stations = model.stationId.length;
    this.base = new Int32Array(stations + 1);
    for (const k of model.modes.station) this.base[k + 1]!++;
    for (let k = 0; k < stations; k++) this.base[k + 1]! += this.base[k]!;
    this.count = new Int32Array(stations);
    this.op = new Int32Array(this.base[stations]!);
    this.slot = new Int32Array(model.size);
    this.previous = new Int32Array(model.size);
    this.next = new Int32Array(model.size);
    this.station = new Int32Array(model.size);
  }

  /** Reads the sequences from the order and the modes of a plan. */
  load({ order, mode }: Plan): void {
    const { units, modes } = this.model;
    this.count.fill(0);
    for (const u of order) {
      for (let m = units.memberFrom[u]!; m < units.memberFrom[u + 1]!; m++) {
        const o = units.member[m]!;
        const k = modes.station[mode[o]!]!;
        this.station[o] = k;
        this.slot[o] = this.count[k]!;
        this.op[this.base[k]! + this.count[k]!++] = o;
      }
    }
    for (let k = 0; k < this.count.length; k++) this.link(k, 0, this.count[k]! - 1);
  }

  /** Moves operation o to the place `slot` of station k, counted without o itself. */
  move(o: number, k: number, slot: number): void {
    const { op, base, count } = this;
    const from = this.station[o]!;
    const old = this.slot[o]!;
    const b = base[from]!;
    if (from === k) {
      if (slot < old) for (let i = b + old; i > b + slot; i--) op[i] = op[i - 1]!;
      else for (let i = b + old; i < b + slot; i++) op[i] = op[i + 1]!;
      op[b + slot] = o;
      this.link(k, slot < old ? slot : old, slot < old ? old : slot);
      return;
    }
    const left = --count[from]!;
    for (let i = b + old; i < b + left; i++) op[i] = op[i + 1]!;
    this.link(from, old, left - 1);
    const c = base[k]!;
    for (let i = c + count[k]!++; i > c + slot; i--) op[i] = op[i - 1]!;
    op[c + slot] = o;
    this.station[o] = k;
    this.link(k, slot, count[k]! - 1);
  }

  /** Writes places and links of the entries first … last of station k, and the links to their neighbours. */
  private link(k: number, first: number, last: number): void {
    const { op, slot, previous, next } = this;
    const b = this.base[k]!;
    let before = first > 0 ? op[b + first - 1]! : -1;
    for (let i = first; i <= last; i++) {
      const o = op[b + i]!;
      slot[o] = i;
      previous[o] = before;
      if (before >= 0) next[before] = o;
      before = o;
    }
    const after = last + 1 < this.count[k]! ? op[b + last + 1]! : -1;
    if (before >= 0) next[before] = after;
    if (after >= 0) previous[after] = before;
  }
}
