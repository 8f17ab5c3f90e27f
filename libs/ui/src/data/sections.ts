/** Where a row stands in a list that answers first: what needs me, what is next, the rest. */
export type Urgency = 'needs-you' | 'next' | 'rest';

const order: readonly Urgency[] = ['needs-you', 'next', 'rest'];

/** A line of the list: a heading or a row. */
export type ListLine<T> =
  | { readonly kind: 'heading'; readonly urgency: Urgency; readonly count: number }
  | { readonly kind: 'row'; readonly row: T; readonly place: number };

/**
 * Puts rows under their headings; within a heading the order of the rows is kept. A heading without rows is left out, and
 * so is the only one.
 * @param rows rows in their order
 * @param urgencyOf where a row belongs; undefined: the list has no headings
 */
export function listLines<T>(
  rows: readonly T[],
  urgencyOf: ((row: T) => Urgency) | undefined,
): readonly ListLine<T>[] {
  if (!urgencyOf) return rows.map((row, place) => ({ kind: 'row', row, place }));
  const sections = order
    .map((urgency) => ({ urgency, rows: rows.filter((row) => urgencyOf(row) === urgency) }))
    .filter((section) => section.rows.length > 0);
  let place = 0;
  return sections.flatMap(({ urgency, rows: inside }): ListLine<T>[] => [
    ...(sections.length > 1 || urgency === 'needs-you'
      ? [{ kind: 'heading', urgency, count: inside.length } as const]
      : []),
    ...inside.map((row) => ({ kind: 'row', row, place: place++ }) as const),
  ]);
}
