import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { isRefusal, type TopicId } from '@takt/contracts';
import { Clock } from '../clock';
import { currentContext, type RequestContext } from '../context';
import { ProblemException } from '../errors';
import { OUTBOX_CHANNEL } from './outbox-channel';
import { Tx, type PendingEvent } from './tx';

/** Refused by PostgreSQL because two transactions met; running the work again is safe. */
const RETRIABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 5;
const PLANT = /^[a-z0-9-]{1,40}$|^\*$/;

/** Carries a refusal out of a transaction so that it is rolled back. */
class Rollback extends Error {
  constructor(readonly value: unknown) {
    super('rollback');
  }
}

/**
 * Opens a transaction that sees one plant. Both statements go in one round trip, as TypeORM cannot send them: every request waits for it
 * several times. TypeORM is told that its transaction is open, so that it ends it.
 * @param plant of the form checked by the caller: SET takes no parameters
 */
async function open(runner: QueryRunner, plant: TopicId | '*'): Promise<void> {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  await runner.query(`start transaction; set local takt.plant = '${plant}'`);
}

/**
 * The door to PostgreSQL. Every statement runs in a transaction that sees the rows of one plant only (row-level
 * security), or of all plants for core's own work (`*`).
 */
@Injectable()
export class Database {
  private readonly logger = new Logger('database');
  private readonly listeners = new Set<(plants: readonly TopicId[]) => void>();

  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Reads within one transaction. */
  read<T>(plant: TopicId | '*', work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction(plant, (tx) => work(tx));
  }

  /**
   * Writes within one transaction: the work, its outbox rows, its audit line and its claim of the idempotency key
   * are committed together or not at all. A refusal rolls back and is returned. `work` may run again when two
   * transactions met, so it has no effect beside the database.
   */
  async write<T>(plant: TopicId | '*', work: (tx: Tx) => Promise<T>): Promise<T> {
    const context = currentContext();
    for (let attempt = 1; ; attempt++) {
      let events: readonly PendingEvent[] = [];
      try {
        const result = await this.transaction(plant, async (tx) => {
          await this.claim(tx, context);
          const value = await work(tx);
          if (isRefusal(value)) throw new Rollback(value);
          events = tx.announced();
          await this.keepEvents(tx, events);
          await this.audit(tx, context, 'done');
          return value;
        });
        if (events.length > 0) this.wake(events);
        context?.marks.add('audited');
        if (context?.idempotencyKey) context.marks.add('claimed');
        return result;
      } catch (error) {
        if (error instanceof Rollback) {
          await this.auditRefusal(plant, context, String((error.value as { code: string }).code));
          return error.value as T;
        }
        if (attempt < ATTEMPTS && RETRIABLE.has(String((error as { code?: unknown }).code))) continue;
        throw error;
      }
    }
  }

  /** Tells when events were committed by this process, so that the relay need not wait for the notification. */
  onCommitted(listener: (plants: readonly TopicId[]) => void): void {
    this.listeners.add(listener);
  }

  private async transaction<T>(plant: TopicId | '*', work: (tx: Tx) => Promise<T>): Promise<T> {
    if (!PLANT.test(plant))
      throw new ProblemException('thing.unknown', { kind: 'plant', id: plant.slice(0, 60) });
    const runner = this.source.createQueryRunner();
    try {
      await open(runner, plant);
      const result = await work(new Tx(plant, runner.manager));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private wake(events: readonly PendingEvent[]): void {
    const plants = [...new Set(events.map((event) => event.plant))];
    for (const listener of this.listeners) {
      try {
        listener(plants);
      } catch (error) {
        this.logger.error({ err: error }, 'a listener of commits failed');
      }
    }
  }

  private async keepEvents(tx: Tx, events: readonly PendingEvent[]): Promise<void> {
    if (events.length === 0) return;
    await tx.query(
      `with kept as (
         insert into outbox (plant, name, payload, at, written_at)
         select * from unnest($1::text[], $2::text[], $3::jsonb[], $4::timestamptz[], $5::timestamptz[]))
       select pg_notify('${OUTBOX_CHANNEL}', '')`,
      [
        events.map((event) => event.plant),
        events.map((event) => event.name),
        events.map((event) => JSON.stringify(event.payload)),
        events.map(() => this.clock.iso()),
        events.map(() => new Date(this.clock.real()).toISOString()),
      ],
    );
  }

  private async claim(tx: Tx, context: RequestContext | undefined): Promise<void> {
    if (!context?.caller || context.idempotencyKey === null || context.marks.has('claimed')) return;
    const { caller, idempotencyKey: key, fingerprint } = context;
    const rows = await tx.query(
      `insert into idempotency (plant, caller, key, fingerprint, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing returning key`,
      [caller.plant, caller.id, key, fingerprint, new Date(this.clock.real())],
    );
    if (rows.length === 0) throw new ProblemException('idempotency.done', { key });
  }

  private async audit(tx: Tx, context: RequestContext | undefined, outcome: string): Promise<void> {
    if (!context || context.marks.has('audited')) return;
    const { caller } = context;
    const plant = caller?.plant ?? tx.plant;
    if (plant === '*') return;
    await tx.query(
      `insert into audit (id, plant, at, actor, actor_kind, actor_id, action, detail, address, outcome)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        uuid(),
        plant,
        this.clock.date(),
        caller?.name ?? 'anybody',
        caller?.kind ?? 'system',
        caller?.id ?? '',
        context.action,
        JSON.stringify(context.detail),
        context.address,
        outcome,
      ],
    );
  }

  private async auditRefusal(
    plant: TopicId | '*',
    context: RequestContext | undefined,
    code: string,
  ): Promise<void> {
    if (!context) return;
    await this.transaction(plant, (tx) => this.audit(tx, context, code));
  }
}
