import type { Model } from '../model/model';
import type { Plan } from './plan';
import type { Sequences } from './sequences';

/**
 * Keeps the plan's order topological for waits and station sequences when one operation moves, by reordering only the
 * stretch between its old place and its new neighbour.
 * @see D. Pearce, P. Kelly: A dynamic topological sort algorithm for directed acyclic graphs (2007)
 */
export class Topology {
  /** First and last position that the last change touched. */
  first = 0;
  last = -1;
  private readonly mark: Int32Array;
  private stamp = 0;
  private readonly saved: Int32Array;
  private readonly aside: Int32Array;

  constructor(
    private readonly model: Model,
    private readonly plan: Plan,
    private readonly sequences: Sequences,
  ) {
    this.mark = new Int32Array(model.size);
    this.saved = new Int32Array(model.size);
    this.aside = new Int32Array(model.size);
  }

  /**
   * Makes the order fit the sequences after operation o got new neighbours.
   * @returns false when that would close a cycle; the order is then as before
   */
  repair(o: number): boolean {
    const { position } = this.plan;
    const previous = this.sequences.previous[o]!;
    const next = this.sequences.next[o]!;
    this.first = position[o]!;
    this.last = this.first - 1;
    if (previous >= 0 && position[previous]! > position[o]!) return this.later(o, previous);
    if (next >= 0 && position[next]! < position[o]!) return this.earlier(o, next);
    return true;
  }

  /** Puts the order back to what it was before the last {@link repair}. */
  undo(): void {
    const { order, position } = this.plan;
    for (let i = this.first; i <= this.last; i++) {
      const o = this.saved[i - this.first]!;
      order[i] = o;
      position[o] = i;
    }
    this.last = this.first - 1;
  }

  private save(first: number, last: number): void {
    const { order } = this.plan;
    for (let i = first; i <= last; i++) this.saved[i - first] = order[i]!;
    this.first = first;
    this.last = last;
  }

  /** Moves o, and what between here and there depends on it, behind `previous`. */
  private later(o: number, previous: number): boolean {
    const { order, position } = this.plan;
    const { from, op } = this.model.before;
    const before = this.sequences.previous;
    const { mark } = this;
    const stamp = ++this.stamp;
    const [first, last] = [position[o]!, position[previous]!];
    mark[o] = stamp;
    this.save(first, last);
    let free = first;
    let held = 0;
    this.aside[held++] = o;
    for (let i = first + 1; i <= last; i++) {
      const x = order[i]!;
      let depends = before[x]! >= 0 && mark[before[x]!] === stamp;
      for (let a = from[x]!; !depends && a < from[x + 1]!; a++) depends = mark[op[a]!] === stamp;
      if (!depends) {
        order[free] = x;
        position[x] = free++;
        continue;
      }
      if (x === previous) {
        this.undo();
        return false;
      }
      mark[x] = stamp;
      this.aside[held++] = x;
    }
    for (let i = 0; i < held; i++) {
      order[free] = this.aside[i]!;
      position[this.aside[i]!] = free++;
    }
    return true;
  }

  /** Moves o, and what between here and there it depends on, before `next`. */
  private earlier(o: number, next: number): boolean {
    const { order, position } = this.plan;
    const { from, op } = this.model.after;
    const after = this.sequences.next;
    const { mark } = this;
    const stamp = ++this.stamp;
    const [first, last] = [position[next]!, position[o]!];
    mark[o] = stamp;
    this.save(first, last);
    let free = last;
    let held = 0;
    this.aside[held++] = o;
    for (let i = last - 1; i >= first; i--) {
      const x = order[i]!;
      let needed = after[x]! >= 0 && mark[after[x]!] === stamp;
      for (let a = from[x]!; !needed && a < from[x + 1]!; a++) needed = mark[op[a]!] === stamp;
      if (!needed) {
        order[free] = x;
        position[x] = free--;
        continue;
      }
      if (x === next) {
        this.undo();
        return false;
      }
      mark[x] = stamp;
      this.aside[held++] = x;
    }
    for (let i = 0; i < held; i++) {
      order[free] = this.aside[i]!;
      position[this.aside[i]!] = free--;
    }
    return true;
  }
}
