import type { EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import { eventCatalog, type EventName, type EventPayload, type TopicId } from '@takt/contracts';

/** An event on its way into the outbox. */
export interface PendingEvent {
  readonly plant: TopicId;
  readonly name: EventName;
  readonly payload: unknown;
}

/**
 * One transaction. Repositories take it as their first argument, so that nothing is written outside of one. What is
 * announced here goes into the outbox with the commit, or is forgotten with the rollback.
 */
export class Tx {
  private readonly pending: PendingEvent[] = [];
  private readonly masters = new Map<string, Promise<unknown>>();

  constructor(
    /** plant whose rows the transaction may see; `*` for core itself */
    readonly plant: TopicId | '*',
    readonly manager: EntityManager,
  ) {}

  /** Runs SQL with parameters `$1, $2 …` and returns its rows. */
  query<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.manager.query(sql, parameters as unknown[]) as Promise<Row[]>;
  }

  /** TypeORM's repository of an entity within this transaction. */
  of<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return this.manager.getRepository(entity);
  }

  /**
   * Master data that is read once: many parts of one report ask for the same station and the same item.
   * @param key says what is read, within this transaction
   */
  master<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.masters.get(key) as Promise<T> | undefined;
    const found = known ?? read();
    if (!known) this.masters.set(key, found);
    return found;
  }

  /** Master data is being written: what was read of it may no longer be so. */
  forgetMasters(): void {
    this.masters.clear();
  }

  /** Announces an event: it is handed out after the commit. */
  announce<N extends EventName>(name: N, payload: EventPayload<N>, plant: TopicId | '*' = this.plant): void {
    if (plant === '*')
      throw new Error(`${name} needs a plant. Maybe the transaction was opened for the whole installation.`);
    this.pending.push({ plant, name, payload: eventCatalog[name].parse(payload) });
  }

  /** The events announced so far, in order. */
  announced(): readonly PendingEvent[] {
    return this.pending;
  }
}
