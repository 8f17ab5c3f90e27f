import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { QuarantineEntry, QuarantineReason } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import { NO_PLANT, type Refused } from './message-decoder';
import { QuarantineEntity } from './telemetry.entity';

/** Filters of the list of quarantined messages. */
export interface QuarantineFilter {
  readonly reason?: readonly string[] | undefined;
  readonly resolved?: readonly string[] | undefined;
  readonly topic?: readonly string[] | undefined;
}

/** How a quarantined message was settled. */
export type Resolution = 'retried' | 'dismissed';

const DETAIL_MAX = 500;
/** How much of a payload is shown. */
const SHOWN_BYTES = 16_384;

/** Text that PostgreSQL takes, whatever a device has sent. */
const storable = (text: string): string =>
  text.replaceAll('\u0000', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd');

const digestOf = ({ topic, payload }: Refused): Buffer =>
  createHash('sha256').update(topic).update('\n').update(payload).digest();

type Shown = Pick<
  QuarantineEntity,
  | 'id'
  | 'topic'
  | 'reason'
  | 'detail'
  | 'bytes'
  | 'payload'
  | 'receivedAt'
  | 'times'
  | 'lastAt'
  | 'resolvedAt'
>;

/** The payload as a screen shows it: its beginning, as text where it is text. */
function payloadOf(payload: Buffer): Pick<QuarantineEntry, 'payload' | 'encoding'> {
  const cut = payload.length > SHOWN_BYTES;
  // a cut may fall into the middle of a character
  for (const less of cut ? [0, 1, 2, 3] : [0]) {
    const part = payload.subarray(0, Math.min(payload.length, SHOWN_BYTES) - less);
    if (isUtf8(part)) return { payload: part.toString('utf8'), encoding: 'text' };
  }
  return { payload: payload.subarray(0, SHOWN_BYTES).toString('base64'), encoding: 'base64' };
}

/** An entry as a screen shows it. */
export function entryOf(row: Shown): QuarantineEntry {
  return {
    id: row.id,
    topic: row.topic,
    reason: row.reason as QuarantineReason,
    detail: row.detail,
    ...payloadOf(row.payload),
    bytes: row.bytes,
    receivedAt: row.receivedAt.toISOString(),
    times: row.times,
    lastAt: row.lastAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  };
}

/** Messages that were not accepted, in PostgreSQL. */
@Injectable()
export class QuarantineRepository {
  /** Keeps messages. One that waits there already is counted, not kept twice. */
  async keep(tx: Tx, refused: readonly Refused[]): Promise<void> {
    if (refused.length === 0) return;
    const entries = new Map<string, { refused: Refused; digest: Buffer; times: number; lastAt: number }>();
    for (const one of refused) {
      const digest = digestOf(one);
      const key = `${one.plant} ${digest.toString('hex')}`;
      const before = entries.get(key);
      if (!before) entries.set(key, { refused: one, digest, times: 1, lastAt: one.receivedAt });
      else
        Object.assign(before, { times: before.times + 1, lastAt: Math.max(before.lastAt, one.receivedAt) });
    }
    const list = [...entries.values()];
    await tx.query(
      `insert into quarantine (plant, id, topic, reason, detail, payload, bytes, digest, received_at, last_at, times)
       select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bytea[], $7::int[], $8::bytea[],
         $9::timestamptz[], $10::timestamptz[], $11::int[])
       on conflict (plant, digest) where resolved_at is null
       do update set reason = excluded.reason, detail = excluded.detail, times = quarantine.times + excluded.times, last_at = greatest(quarantine.last_at, excluded.last_at)`,
      [
        list.map(({ refused: { plant } }) => plant),
        list.map(() => uuid()),
        list.map(({ refused: { topic } }) => storable(topic)),
        list.map(({ refused: { reason } }) => reason),
        list.map(({ refused: { detail } }) => storable(detail).slice(0, DETAIL_MAX)),
        list.map(({ refused: { payload } }) => payload),
        list.map(({ refused: { bytes } }) => bytes),
        list.map(({ digest }) => digest),
        list.map(({ refused: { receivedAt } }) => new Date(receivedAt).toISOString()),
        list.map(({ lastAt }) => new Date(lastAt).toISOString()),
        list.map(({ times }) => times),
      ],
    );
  }

  /** One page, with what belongs to no plant at all. The transaction has to be core's own. */
  async page(
    tx: Tx,
    plant: string,
    filter: QuarantineFilter,
    page: PageRequest,
  ): Promise<{ items: QuarantineEntry[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<Shown>(
      tx,
      {
        select: `select id, topic, reason, detail, bytes, substring(payload for ${SHOWN_BYTES + 1}) as payload, times,
          received_at as "receivedAt", last_at as "lastAt", resolved_at as "resolvedAt"\nfrom quarantine`,
        where: [
          'plant = any($1)',
          '$2::text[] is null or reason = any($2)',
          `$3::text[] is null or (case when resolved_at is null then 'no' else 'yes' end) = any($3)`,
          '$4::text[] is null or topic = any($4)',
        ],
        parameters: [[plant, NO_PLANT], filter.reason ?? null, filter.resolved ?? null, filter.topic ?? null],
        sortable: { receivedAt: { sql: 'received_at', type: 'timestamptz' } },
        id: { sql: 'id', type: 'uuid' },
      },
      page,
    );
    return { items: rows.map(entryOf), nextCursor };
  }

  /** An entry of a plant, or of no plant, locked until the commit. The transaction has to be core's own. */
  find(tx: Tx, plant: string, id: string): Promise<QuarantineEntity | null> {
    const where = [plant, NO_PLANT].map((one) => ({ plant: one, id }));
    return tx.of(QuarantineEntity).findOne({ where, lock: { mode: 'pessimistic_write' } });
  }

  /** Notes that an entry is settled. */
  async resolve(
    tx: Tx,
    entry: QuarantineEntity,
    resolution: Resolution,
    at: Date,
  ): Promise<QuarantineEntity> {
    return tx.of(QuarantineEntity).save({ ...entry, resolution, resolvedAt: at });
  }

  /** Removes settled entries, and all that came before an instant. */
  async clean(tx: Tx, before: Date): Promise<void> {
    await tx.query('delete from quarantine where received_at < $1', [before]);
  }
}
