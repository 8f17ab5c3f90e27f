/** How much of the disk a medium takes, and since when. */
export interface KeptSize {
  readonly id: string;
  readonly bytes: number;
  /** when it came, real time by this device's clock, epoch ms */
  readonly keptMs: number;
}

/** What pictures, videos and PDFs may take of the disk together, in bytes. */
export const ROOM_BYTES = 400_000_000;

/**
 * Which media have to go so that another one has room: the oldest first.
 * @param next the one that comes
 * @param kept those that are there
 * @param room bytes for all of them
 * @returns their ids
 */
export function roomFor(next: KeptSize, kept: readonly KeptSize[], room = ROOM_BYTES): string[] {
  const others = kept.filter(({ id }) => id !== next.id).sort((a, b) => a.keptMs - b.keptMs);
  let over = others.reduce((sum, { bytes }) => sum + bytes, next.bytes) - room;
  const gone: string[] = [];
  for (const { id, bytes } of others) {
    if (over <= 0) break;
    gone.push(id);
    over -= bytes;
  }
  return gone;
}
