import { Injectable, Logger } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Client } from 'pg';
import type { DomainEvent, EventName } from '@takt/contracts';
import { Clock } from '../clock';
import { Database, OUTBOX_CHANNEL, type Tx } from '../database';
import { isAway } from '../errors';
import type { LeaderDuty } from '../leader';
import { LoopMetrics } from '../metrics';
import { Realtime } from '../realtime';
import { EventHandlers } from './event-handlers';
import type { Push } from './on-event.decorator';
import { sliceMs } from './slice';

interface Row {
  readonly id: string;
  readonly plant: string;
  readonly name: EventName;
  readonly payload: never;
  readonly at: Date;
  readonly written_at: Date;
  readonly attempts: number;
}

interface Addressed {
  readonly plant: string;
  readonly room: string;
  readonly push: Push;
}

/** What became of an event. */
interface Outcome {
  readonly row: Row;
  readonly failure: string | null;
  readonly pushes: readonly Addressed[];
}

const BATCH = 200;
const POLL_MS = 1000;
const ATTEMPTS = 5;

/**
 * Hands out the outbox: after the commit, in order, at least once, by the one leading process. For each event first its
 * handlers, then what the screens are told; events that come together go jointly to the handlers that take many. A handler that
 * keeps failing is recorded and put aside, so that it never stops the events behind it. Screens get each push with the version
 * of its room; what is lost on the way shows as a gap.
 */
@Injectable()
export class OutboxRelay implements LeaderDuty {
  private readonly logger = new Logger('outbox');
  private handlers: EventHandlers | null = null;
  private active = false;
  private draining: Promise<void> | null = null;
  private again = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly realtime: Realtime,
    private readonly metrics: LoopMetrics,
    private readonly clock: Clock,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {
    database.onCommitted(() => this.wake());
  }

  /**
   * Finds the handlers.
   * @throws Error when one names an event that is not in the catalogue
   */
  open(): void {
    this.handlers = EventHandlers.find(this.discovery, this.scanner);
  }

  async begin(connection: Client): Promise<void> {
    this.active = true;
    connection.on('notification', () => this.wake());
    await connection.query(`listen ${OUTBOX_CHANNEL}`);
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.wake();
  }

  end(): void {
    this.active = false;
    if (this.timer) clearInterval(this.timer);
  }

  /** Hands out what is waiting. */
  wake(): void {
    if (!this.active) return;
    if (this.draining) {
      this.again = true;
      return;
    }
    this.draining = this.drain()
      .catch((error: unknown) =>
        this.logger.warn({ err: error }, 'the outbox could not be handed out; it is tried again'),
      )
      .finally(() => {
        this.draining = null;
        if (this.again) {
          this.again = false;
          this.wake();
        }
      });
  }

  /** Waits until what was waiting has been handed out. */
  async idle(): Promise<void> {
    while (this.draining) await this.draining;
  }

  private async drain(): Promise<void> {
    for (;;) {
      const rows = await this.database.read('*', (tx) =>
        tx.query<Row>(
          'select id, plant, name, payload, at, written_at, attempts from outbox where dispatched_at is null order by id limit $1',
          [BATCH],
        ),
      );
      for (let at = 0; at < rows.length;) {
        if (!this.active) return;
        const done = await this.slice(rows.slice(at));
        if (done === null) return;
        at += done;
      }
      // What has come meanwhile has woken this up again.
      if (rows.length < BATCH) return;
    }
  }

  /** Hands out the first of the events. @returns how many; null: one has failed and is tried again later */
  private async slice(rows: readonly Row[]): Promise<number | null> {
    const began = performance.now();
    const longest = sliceMs(rows[0] ? this.clock.real() - rows[0].written_at.getTime() : 0);
    const outcomes: Outcome[] = [];
    let failed = false;
    for (const row of rows) {
      const outcome = await this.handOut(row, (event) => this.handle(event));
      if (!outcome) failed = true;
      else outcomes.push(outcome);
      if (!outcome || performance.now() - began > longest) break;
    }
    const settled = await this.jointly(outcomes);
    if (settled.length > 0) await this.push(settled);
    return failed || settled.length < outcomes.length ? null : settled.length;
  }

  private async handle(event: DomainEvent): Promise<readonly Addressed[]> {
    const pushes = (await this.handlers?.handle(event)) ?? [];
    return pushes.flatMap((push) => push.rooms.map((room) => ({ plant: event.plant, room, push })));
  }

  /** Gives events to those who take many at once; if they cannot be taken together, one by one. @returns those that are done with */
  private async jointly(outcomes: readonly Outcome[]): Promise<readonly Outcome[]> {
    const events = outcomes.filter(({ failure }) => failure === null).map(({ row }) => eventOf(row));
    try {
      await this.handlers?.handleJointly(events);
      return outcomes;
    } catch (error) {
      if (isAway(error)) throw error;
    }
    const settled: Outcome[] = [];
    for (const outcome of outcomes) {
      const alone =
        outcome.failure === null
          ? await this.handOut(outcome.row, async (event) => {
              await this.handlers?.handleJointly([event]);
              return outcome.pushes;
            })
          : outcome;
      if (!alone) break;
      settled.push(alone);
    }
    return settled;
  }

  /** @returns what became of the event; null: it has failed and is tried again */
  private async handOut(
    row: Row,
    handle: (event: DomainEvent) => Promise<readonly Addressed[]>,
  ): Promise<Outcome | null> {
    try {
      return { row, failure: null, pushes: await handle(eventOf(row)) };
    } catch (error) {
      // Not the event's fault: it waits until the part is back.
      if (isAway(error)) throw error;
      const failure = String((error as Error).stack ?? error).slice(0, 4000);
      await this.database.write('*', (tx) =>
        tx.query('update outbox set attempts = attempts + 1, failure = $2 where id = $1', [row.id, failure]),
      );
      if (row.attempts + 1 < ATTEMPTS) return null;
      this.logger.error(
        { event: row.name, id: row.id, err: error },
        'an event was put aside after repeated failures',
      );
      return { row, failure, pushes: [] };
    }
  }

  private async push(outcomes: readonly Outcome[]): Promise<void> {
    const began = performance.now();
    for (const { row } of outcomes)
      this.metrics.observe('relay', this.clock.real() - row.written_at.getTime());
    const pushes = outcomes.flatMap((outcome) => outcome.pushes);
    const settled = outcomes.map(({ row, failure }) => ({ id: row.id, failure }));
    this.emit(await this.settle(settled, pushes), pushes);
    if (pushes.length > 0) this.metrics.observe('push', performance.now() - began);
  }

  /** Marks events as handed out and counts the rooms up, in one transaction. @returns the version of each push */
  private settle(
    settled: readonly { id: string; failure: string | null }[],
    pushes: readonly Addressed[],
  ): Promise<number[]> {
    return this.database.write('*', async (tx) => {
      await tx.query(
        `update outbox set dispatched_at = $3, failure = done.failure
         from unnest($1::bigint[], $2::text[]) as done(id, failure) where outbox.id = done.id`,
        [settled.map(({ id }) => id), settled.map(({ failure }) => failure), new Date(this.clock.real())],
      );
      return this.countRooms(tx, pushes);
    });
  }

  private async countRooms(tx: Tx, pushes: readonly Addressed[]): Promise<number[]> {
    const counts = new Map<string, { plant: string; n: number }>();
    for (const { room, plant } of pushes) counts.set(room, { plant, n: (counts.get(room)?.n ?? 0) + 1 });
    if (counts.size === 0) return [];
    const rows = await tx.query<{ room: string; version: string }>(
      `insert into room_version (plant, room, version) select * from unnest($1::text[], $2::text[], $3::bigint[])
       on conflict (plant, room) do update set version = room_version.version + excluded.version returning room, version`,
      [
        [...counts.values()].map(({ plant }) => plant),
        [...counts.keys()],
        [...counts.values()].map(({ n }) => n),
      ],
    );
    const next = new Map(
      rows.map(({ room, version }) => [room, Number(version) - (counts.get(room)?.n ?? 0)]),
    );
    return pushes.map(({ room }) => {
      const version = (next.get(room) ?? 0) + 1;
      next.set(room, version);
      return version;
    });
  }

  private emit(versions: readonly number[], pushes: readonly Addressed[]): void {
    pushes.forEach(({ room, push }, index) =>
      this.realtime.emit(room, push.event, { ...push.payload, room, version: versions[index] ?? 0 }),
    );
  }
}

function eventOf({ id, plant, name, payload, at }: Row): DomainEvent {
  return { id, plant, name, payload, at: at.toISOString() };
}
