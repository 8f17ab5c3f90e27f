/** Something that happens at a time. */
interface Entry {
  readonly at: number;
  /** those of one time in the order in which they were entered */
  readonly order: number;
  readonly what: () => void;
  cancelled: boolean;
}

/** Takes an entry out again; doing it twice or too late changes nothing. */
export type Cancel = () => void;

const before = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** What is going to happen, by time. It knows no clock: who reads it decides how time passes. */
export class Agenda {
  private readonly heap: Entry[] = [];
  private entered = 0;

  /** Enters something. @param at epoch ms */
  enter(at: number, what: () => void): Cancel {
    const entry: Entry = { at, order: this.entered++, what, cancelled: false };
    this.heap.push(entry);
    this.rise(this.heap.length - 1);
    return () => {
      entry.cancelled = true;
    };
  }

  /** When the next thing happens, epoch ms; null: nothing will. */
  get nextAt(): number | null {
    this.dropCancelled();
    return this.heap[0]?.at ?? null;
  }

  /** Takes the next thing out. */
  take(): { readonly at: number; readonly what: () => void } | null {
    this.dropCancelled();
    return this.pop();
  }

  private dropCancelled(): void {
    while (this.heap[0]?.cancelled) this.pop();
  }

  private pop(): Entry | null {
    const [first] = this.heap;
    const last = this.heap.pop();
    if (!first || !last) return null;
    if (this.heap.length > 0) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  private rise(start: number): void {
    for (let i = start; i > 0;) {
      const parent = (i - 1) >> 1;
      if (!this.swapIfBefore(i, parent)) return;
      i = parent;
    }
  }

  private sink(start: number): void {
    for (let i = start; ;) {
      const [left, right] = [this.heap[2 * i + 1], this.heap[2 * i + 2]];
      if (!left) return;
      const child = right && before(right, left) ? 2 * i + 2 : 2 * i + 1;
      if (!this.swapIfBefore(child, i)) return;
      i = child;
    }
  }

  private swapIfBefore(a: number, b: number): boolean {
    const [first, second] = [this.heap[a], this.heap[b]];
    if (!first || !second || !before(first, second)) return false;
    this.heap[a] = second;
    this.heap[b] = first;
    return true;
  }
}
