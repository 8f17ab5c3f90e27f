import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../context';
import { Database } from '../database';
import { ProblemException } from '../errors';

/** A reply that was given before. */
export interface StoredReply {
  readonly status: number;
  readonly body: unknown;
}

interface Row {
  readonly fingerprint: string;
  readonly status: number | null;
  readonly body: unknown;
}

/**
 * Replies of writes by their Idempotency-Key. The key is claimed inside the transaction of the write
 * ({@link Database.write}), so a command is carried out once even when two arrive together or core dies between
 * commit and reply; the reply itself is kept afterwards.
 */
@Injectable()
export class IdempotencyStore {
  constructor(private readonly database: Database) {}

  /**
   * The reply of an earlier request with the same key.
   * @throws {ProblemException} idempotency.mismatch when the request differs, idempotency.done when the reply was lost
   */
  async find(context: RequestContext): Promise<StoredReply | null> {
    const { caller, idempotencyKey: key } = context;
    if (!caller || key === null) return null;
    const rows = await this.database.read(caller.plant, (tx) =>
      tx.query<Row>(
        'select fingerprint, status, body from idempotency where plant = $1 and caller = $2 and key = $3',
        [caller.plant, caller.id, key],
      ),
    );
    const row = rows[0];
    if (!row) return null;
    if (row.fingerprint !== context.fingerprint) throw new ProblemException('idempotency.mismatch', { key });
    if (row.status === null) throw new ProblemException('idempotency.done', { key });
    return { status: row.status, body: row.body ?? undefined };
  }

  /** Keeps the reply of a write that claimed its key. */
  async remember(context: RequestContext, status: number, body: unknown): Promise<void> {
    const { caller, idempotencyKey: key } = context;
    if (!caller || key === null || !context.marks.has('claimed')) return;
    await this.database.read(caller.plant, (tx) =>
      tx.query(
        'update idempotency set status = $4, body = $5 where plant = $1 and caller = $2 and key = $3',
        [caller.plant, caller.id, key, status, body === undefined ? null : JSON.stringify(body)],
      ),
    );
  }
}
