/** Something that can be chosen on a tile. */
export interface TileChoice {
  readonly id: string;
  /** order where it was never used */
  readonly position: number;
}

/** A tile page holds so many at most: what a glance takes in and a glove hits. */
export const TILES_MAX = 9;

/**
 * Orders choices for tiles: most used first, then by position, then by id; the first nine are shown.
 * @param choices what can be chosen
 * @param uses how often each was used lately
 * @returns those shown, and those one tap away
 */
export function rankTiles<T extends TileChoice>(
  choices: readonly T[],
  uses: Readonly<Record<string, number>>,
): { readonly shown: readonly T[]; readonly others: readonly T[] } {
  const ranked = [...choices].sort(
    (a, b) =>
      (uses[b.id] ?? 0) - (uses[a.id] ?? 0) ||
      a.position - b.position ||
      (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
  const room = ranked.length > TILES_MAX ? TILES_MAX - 1 : TILES_MAX; // one tile leads to the others
  return { shown: ranked.slice(0, room), others: ranked.slice(room) };
}
