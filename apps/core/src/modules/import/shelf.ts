/** How many rows of a sheet make something new, change something, or say what is there already. */
export interface Tally {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

interface Given<T> {
  readonly thing: T;
  /** the row that names it first */
  readonly row: number;
  readonly rows: number;
}

/** The same values in the same order of keys; what is undefined is not there. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

/** Things of one kind: those that are stored, and those that the file gives. */
export class Shelf<T> {
  private readonly given = new Map<string, Given<T>>();
  private readonly named = new Set<string>();

  constructor(private readonly stored: ReadonlyMap<string, T>) {}

  /** Is there such a thing, or does the file name one, perhaps a faulty one? */
  knows(id: string): boolean {
    return this.stored.has(id) || this.named.has(id);
  }

  /** What is stored. */
  before(id: string): T | undefined {
    return this.stored.get(id);
  }

  /** What there will be after the import. */
  get(id: string): T | undefined {
    return this.given.get(id)?.thing ?? this.stored.get(id);
  }

  /** Notes that the file names a thing, so that what refers to it is not a second fault. */
  name(id: string): void {
    this.named.add(id);
  }

  /** Puts a thing of the file. */
  put(id: string, thing: T, place: { readonly row: number; readonly rows: number }): void {
    this.named.add(id);
    this.given.set(id, { thing, ...place });
  }

  /** Ids of the things that the file gives, with the row that names them first. */
  givenRows(): [id: string, row: number][] {
    return [...this.given].map(([id, { row }]) => [id, row]);
  }

  /** All things as they will be after the import. */
  after(): Map<string, T> {
    return new Map([...this.stored, ...[...this.given].map(([id, { thing }]): [string, T] => [id, thing])]);
  }

  /** What has to be written: new things and changed ones. */
  writes(): [id: string, thing: T][] {
    return [...this.given].flatMap(([id, { thing }]) =>
      this.stored.has(id) && same(this.stored.get(id), thing) ? [] : [[id, thing] as [string, T]],
    );
  }

  /** Rows by what they do. */
  tally(): Tally {
    const sums = { created: 0, changed: 0, unchanged: 0 };
    for (const [id, { thing, rows }] of this.given) {
      if (!this.stored.has(id)) sums.created += rows;
      else sums[same(this.stored.get(id), thing) ? 'unchanged' : 'changed'] += rows;
    }
    return sums;
  }
}
