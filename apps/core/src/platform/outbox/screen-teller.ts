import type { Database, Tx } from '../database';
import type { LoopMetrics } from '../metrics';
import type { Realtime } from '../realtime';
import type { Push } from './on-event.decorator';

/** What the screens of a room are told. */
export interface Addressed {
  readonly plant: string;
  readonly room: string;
  readonly push: Push;
}

/** An event with what the screens are told of it. */
export interface Told {
  readonly id: string;
  readonly pushes: readonly Addressed[];
}

/** Tells the screens of events: once each as long as this process leads, though an event may be handed out again. */
export class ScreenTeller {
  /** Events that have been told and may come again. */
  private readonly told = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly realtime: Realtime,
    private readonly metrics: LoopMetrics,
  ) {}

  /** Tells the screens, each push with the next version of its room. */
  async tell(events: readonly Told[]): Promise<void> {
    const began = performance.now();
    const fresh = events.filter(({ id }) => !this.told.has(id));
    const pushes = fresh.flatMap((event) => event.pushes);
    if (pushes.length === 0) return;
    const versions = await this.database.write('*', (tx) => countRooms(tx, pushes));
    pushes.forEach(({ room, push }, index) =>
      this.realtime.emit(room, push.event, { ...push.payload, room, version: versions[index] ?? 0 }),
    );
    for (const { id } of fresh) this.told.add(id);
    this.metrics.observe('push', performance.now() - began);
  }

  /** These events do not come again. */
  forget(events: readonly Told[]): void {
    for (const { id } of events) this.told.delete(id);
  }

  /** Others tell from now on. */
  forgetAll(): void {
    this.told.clear();
  }
}

/** Counts the rooms up. @returns the version of each push */
async function countRooms(tx: Tx, pushes: readonly Addressed[]): Promise<number[]> {
  const counts = new Map<string, { plant: string; n: number }>();
  for (const { room, plant } of pushes) counts.set(room, { plant, n: (counts.get(room)?.n ?? 0) + 1 });
  const rows = await tx.query<{ room: string; version: string }>(
    `insert into room_version (plant, room, version) select * from unnest($1::text[], $2::text[], $3::bigint[])
     on conflict (plant, room) do update set version = room_version.version + excluded.version returning room, version`,
    [
      [...counts.values()].map(({ plant }) => plant),
      [...counts.keys()],
      [...counts.values()].map(({ n }) => n),
    ],
  );
  const next = new Map(rows.map(({ room, version }) => [room, Number(version) - (counts.get(room)?.n ?? 0)]));
  return pushes.map(({ room }) => {
    const version = (next.get(room) ?? 0) + 1;
    next.set(room, version);
    return version;
  });
}
