import { Injectable, Logger } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Client } from 'pg';
import type { DomainEvent, EventName } from '@takt/contracts';
import { Clock } from '../clock';
import { Database, OUTBOX_CHANNEL } from '../database';
import { isAway } from '../errors';
import type { LeaderDuty } from '../leader';
import { LoopMetrics } from '../metrics';
import { Realtime } from '../realtime';
import { EventHandlers } from './event-handlers';
import { ScreenTeller, type Addressed, type Told } from './screen-teller';
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

/** What became of an event. */
interface Outcome extends Told {
  readonly row: Row;
  readonly failure: string | null;
}

const BATCH = 200;
const POLL_MS = 1000;
const ATTEMPTS = 5;

/**
 * Hands out the outbox: after the commit, in order, at least once, by the one leading process. For each event first its
 * handlers, then what the screens are told; then events that have come together go jointly to the handlers that take many. A handler that
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
  private readonly screens: ScreenTeller;

  constructor(
    private readonly database: Database,
    realtime: Realtime,
    private readonly metrics: LoopMetrics,
    private readonly clock: Clock,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {
    this.screens = new ScreenTeller(database, realtime, metrics);
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
    this.screens.forgetAll();
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
    // Who looks at a screen waits; those who take many events, and the note that they are done with, do not.
    for (const { row } of outcomes)
      this.metrics.observe('relay', this.clock.real() - row.written_at.getTime());
    await this.screens.tell(outcomes);
    const settled = await this.jointly(outcomes);
    if (settled.length > 0) {
      await this.settle(settled);
      this.screens.forget(settled);
    }
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
      return { id: row.id, row, failure: null, pushes: await handle(eventOf(row)) };
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
      return { id: row.id, row, failure, pushes: [] };
    }
  }

  /** Marks events as handed out. */
  private async settle(outcomes: readonly Outcome[]): Promise<void> {
    await this.database.write('*', (tx) =>
      tx.query(
        `update outbox set dispatched_at = $3, failure = done.failure
         from unnest($1::bigint[], $2::text[]) as done(id, failure) where outbox.id = done.id`,
        [
          outcomes.map(({ row }) => row.id),
          outcomes.map(({ failure }) => failure),
          new Date(this.clock.real()),
        ],
      ),
    );
  }
}

function eventOf({ id, plant, name, payload, at }: Row): DomainEvent {
  return { id, plant, name, payload, at: at.toISOString() };
}
