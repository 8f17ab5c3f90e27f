/** Compares ids by code unit: the same on every machine and in every language setting. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Compares two strings by code unit. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Lists in compressed rows: row i is `values[from[i] … from[i + 1] − 1]`. */
export function rows(lists: readonly (readonly number[])[]): { from: Int32Array; values: Int32Array } {
  const from = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => (from[i + 1] = from[i]! + list.length));
  const values = new Int32Array(from[lists.length]!);
  lists.forEach((list, i) => values.set(list, from[i]!));
  return { from, values };
}
