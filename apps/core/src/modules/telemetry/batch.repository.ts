import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';

/** A committed batch of messages that waits to be derived. */
export interface WaitingBatch {
  readonly id: string;
  readonly messages: number;
  /** clocks of its messages */
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** After so many failures a batch is put aside. */
const ATTEMPTS = 3;

/** Batches of messages on their way from committed to derived. */
@Injectable()
export class BatchRepository {
  /** The oldest waiting batches, locked; those that another process has taken are passed over. */
  take(tx: Tx, most: number): Promise<WaitingBatch[]> {
    return tx.query<WaitingBatch>(
      `select id, messages, first_at as "firstAt", last_at as "lastAt" from ingest_batch where attempts < ${ATTEMPTS}
       order by id limit $1 for update skip locked`,
      [most],
    );
  }

  /** Forgets batches: they are derived. */
  async done(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query('delete from ingest_batch where id = any($1)', [ids]);
  }

  /** Notes that the oldest waiting batch could not be derived. @returns whether it is put aside */
  async failed(tx: Tx, failure: string): Promise<{ id: string; aside: boolean } | null> {
    const rows = await tx.query<{ id: string; aside: boolean }>(
      `with oldest as (select id from ingest_batch where attempts < ${ATTEMPTS} order by id limit 1 for update skip locked),
       noted as (
         update ingest_batch b set attempts = attempts + 1, failure = $1 from oldest where b.id = oldest.id
         returning b.id, attempts >= ${ATTEMPTS} as aside
       ) select * from noted`,
      [failure],
    );
    return rows[0] ?? null;
  }

  /** How many batches wait, since when (real time), and how many were put aside. */
  async backlog(tx: Tx): Promise<{ waiting: number; oldestAt: Date | null; aside: number }> {
    const [row] = await tx.query<{ waiting: number; oldestAt: Date | null; aside: number }>(
      `select count(*) filter (where attempts < ${ATTEMPTS})::int as waiting, count(*) filter (where attempts >= ${ATTEMPTS})::int as aside,
         min(written_at) filter (where attempts < ${ATTEMPTS}) as "oldestAt" from ingest_batch`,
    );
    return row ?? { waiting: 0, oldestAt: null, aside: 0 };
  }
}
