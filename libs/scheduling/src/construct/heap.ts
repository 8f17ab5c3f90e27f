/** A binary heap of numbered items, smallest key first, equal keys by number; an item is in it at most once. */
export class KeyHeap {
  private readonly items: Int32Array;
  private readonly place: Int32Array;
  private readonly key: Float64Array;
  private count = 0;

  constructor(room: number) {
    this.items = new Int32Array(room);
    this.place = new Int32Array(room).fill(-1);
    this.key = new Float64Array(room);
  }

  /** Number of items in the heap. */
  get size(): number {
    return this.count;
  }

  /** Adds an item or changes its key. */
  put(item: number, key: number): void {
    if (this.place[item]! < 0) {
      this.place[item] = this.count;
      this.items[this.count++] = item;
    }
    this.key[item] = key;
    this.up(this.place[item]!);
    this.down(this.place[item]!);
  }

  /** Is the item in the heap? */
  has(item: number): boolean {
    return this.place[item]! >= 0;
  }

  /** Key of an item, as given last. */
  keyOf(item: number): number {
    return this.key[item]!;
  }

  /** Takes out the item with the smallest key; −1 when the heap is empty. */
  pop(): number {
    if (this.count === 0) return -1;
    const top = this.items[0]!;
    this.place[top] = -1;
    const moved = this.items[--this.count]!;
    if (this.count > 0) {
      this.items[0] = moved;
      this.place[moved] = 0;
      this.down(0);
    }
    return top;
  }

  private less(a: number, b: number): boolean {
    return this.key[a]! < this.key[b]! || (this.key[a] === this.key[b] && a < b);
  }

  private up(i: number): void {
    const item = this.items[i]!;
    while (i > 0) {
      const parent = this.items[(i - 1) >> 1]!;
      if (!this.less(item, parent)) break;
      this.items[i] = parent;
      this.place[parent] = i;
      i = (i - 1) >> 1;
    }
    this.items[i] = item;
    this.place[item] = i;
  }

  private down(i: number): void {
    const item = this.items[i]!;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.count) break;
      if (child + 1 < this.count && this.less(this.items[child + 1]!, this.items[child]!)) child++;
      if (!this.less(this.items[child]!, item)) break;
      this.items[i] = this.items[child]!;
      this.place[this.items[i]!] = i;
      i = child;
    }
    this.items[i] = item;
    this.place[item] = i;
  }
}
