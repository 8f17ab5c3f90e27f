/** A row of a board; what is `urgent` waits for somebody. */
export interface BoardRow {
  readonly urgent: boolean;
}

/**
 * Shares the rows of a board out to pages that are shown in turn, where not all fit at once. What is urgent stays in sight, at the
 * head of each page; where that would be more than half a page, the most urgent half a page does.
 * @param rows most urgent first
 * @param room rows that fit on the board, from 1
 * @returns one page or more, none of them longer than the room; each row is on one of them at least
 */
export function boardPages<R extends BoardRow>(rows: readonly R[], room: number): readonly (readonly R[])[] {
  if (rows.length <= room) return [rows];
  const urgent = rows.filter(({ urgent: waits }) => waits);
  const staying = urgent.slice(0, Math.floor(room / 2));
  const turning = rows.filter((row) => !staying.includes(row));
  const size = room - staying.length;
  return Array.from({ length: Math.ceil(turning.length / size) }, (_, page) => [
    ...staying,
    ...turning.slice(page * size, (page + 1) * size),
  ]);
}
