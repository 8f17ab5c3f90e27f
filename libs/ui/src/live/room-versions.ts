/** What an event means for what is on the screen. */
export type Arrival = 'next' | 'old' | 'gap';

/**
 * Versions of the rooms a client is in. Events are never replayed: a gap means that everything shown has to be fetched.
 */
export class RoomVersions {
  private versions = new Map<string, number>();

  /**
   * Takes the versions that core names when the client joins.
   * @param rooms room → version
   * @returns whether something may have been missed: since the last time, or because the rooms are other ones, or, on the
   *   first time, between fetching the page and joining
   */
  join(rooms: Readonly<Record<string, number>>): boolean {
    const before = this.versions;
    this.versions = new Map(Object.entries(rooms));
    const same = [...this.versions].every(([room, version]) => before.get(room) === version);
    return !same || before.size !== this.versions.size;
  }

  /**
   * Takes one event.
   * @param room room it was sent to
   * @param version version of the room
   * @returns `next` in sequence; `old` seen before, to be left aside; `gap` something before it was missed
   */
  arrive(room: string, version: number): Arrival {
    const known = this.versions.get(room);
    if (known !== undefined && version <= known) return 'old';
    this.versions.set(room, version);
    return known !== undefined && version === known + 1 ? 'next' : 'gap';
  }
}
