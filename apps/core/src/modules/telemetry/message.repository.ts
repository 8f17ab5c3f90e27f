import { Injectable } from '@nestjs/common';
import { deviceMessages, type DeviceChannel } from '@takt/contracts';
import type { LaneStatement, Tx } from '../../platform/database';
import type { Accepted } from './message-decoder';

/** A batch of messages as it was stored. */
export interface StoredBatch {
  readonly id: string;
  /** how many of its messages were new */
  readonly kept: number;
}

/** A message that was there before one with the same key. */
export interface StoredMessage {
  readonly key: string;
  readonly batch: string;
  readonly payload: string;
}

/** Days of partitions. */
export interface DayRange {
  /** `YYYY-MM-DD`, UTC */
  readonly first: string;
  readonly last: string;
}

/** A device's messages in a window of time. */
export interface MessageWindow {
  readonly plant: string;
  readonly station: string;
  readonly channels: readonly DeviceChannel[];
  /** epoch ms, inclusive */
  readonly fromAt: number;
  /** epoch ms, exclusive */
  readonly toAt: number;
  readonly limit: number;
  readonly newestFirst?: boolean;
}

/** Key of a message: what makes it the same message however often it is sent. */
export const keyOf = (m: {
  plant: string;
  line: string;
  station: string;
  boot: string;
  seq: number;
}): string => JSON.stringify([m.plant, m.line, m.station, m.boot, m.seq]);

interface MessageRow {
  readonly plant: string;
  readonly line: string;
  readonly station: string;
  readonly boot: string;
  readonly seq: string;
  readonly clock_ms: string;
  readonly at_ms: string;
  readonly received_ms: string;
  readonly channel: DeviceChannel;
  readonly payload: string;
  readonly batch: string;
}

/** Numbers as PostgreSQL reads them, without escaping each of them. */
const numbers = (values: readonly number[]): string => `{${values.join(',')}}`;

/** Ids as PostgreSQL reads them: they are made of signs that need no escaping. */
const ids = (values: readonly string[]): string => `{"${values.join('","')}"}`;

const NEEDS_ESCAPE = /["\\]/;

/** Texts as PostgreSQL reads them; they seldom hold a sign that needs escaping. */
const texts = (values: readonly string[]): string =>
  ids(values.map((value) => (NEEDS_ESCAPE.test(value) ? value.replace(/["\\]/g, '\\$&') : value)));

/** Stands between payloads: JSON that was read has no control characters, only escapes of them. */
const BETWEEN = '\u001e';

const STORE: LaneStatement = {
  name: 'store-messages',
  text: `with batch as (
       insert into ingest_batch (first_at, last_at, messages, written_at)
       values (to_timestamp($11::float8 / 1000e0), to_timestamp($12::float8 / 1000e0), $13, $14) returning id
     ), kept as (
       insert into device_message (plant, line, station, boot, seq, clock_at, at, received_at, channel, payload, batch)
       select plant, line, station, boot, seq, to_timestamp(clock_ms / 1000e0), to_timestamp(at_ms / 1000e0),
         to_timestamp(received_ms / 1000e0), channel, payload, batch.id
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::float8[], $7::float8[], $8::float8[],
         $9::text[], string_to_array($10, '${BETWEEN}')) as m(plant, line, station, boot, seq, clock_ms, at_ms, received_ms, channel, payload),
         batch
       on conflict do nothing returning 1
     )
     select (select id from batch) as id, (select count(*)::int from kept) as kept`,
};

const COLUMNS = `plant, line, station, boot, seq, channel, payload, batch,
  (extract(epoch from clock_at) * 1000)::bigint as clock_ms, (extract(epoch from at) * 1000)::bigint as at_ms,
  (extract(epoch from received_at) * 1000)::bigint as received_ms`;

const DAY_MS = 86_400_000;
/** Devices without a clock: their messages lie in a partition of their own. */
const NO_CLOCK = `'2000-01-01 00:00:00+00'::timestamptz`;

function messageOf(row: MessageRow): Accepted & { batch: string } {
  const message = deviceMessages[row.channel].parse(JSON.parse(row.payload));
  const { plant, line, station, boot, channel, payload: text, batch } = row;
  return {
    ...{ plant, line, station, boot, channel, text, batch, message },
    seq: Number(row.seq),
    clockAt: Number(row.clock_ms),
    at: Number(row.at_ms),
    receivedAt: Number(row.received_ms),
  };
}

/** Device messages in PostgreSQL: bulk statements only. */
@Injectable()
export class MessageRepository {
  /** Stores messages and the batch in which they came; those whose key is there already are passed over. */
  async store(
    run: (statement: LaneStatement, values: readonly unknown[]) => Promise<StoredBatch[]>,
    messages: readonly Accepted[],
    realNow: Date,
  ): Promise<StoredBatch> {
    let [first, last] = [Infinity, -Infinity];
    for (const { clockAt } of messages) {
      first = Math.min(first, clockAt);
      last = Math.max(last, clockAt);
    }
    const [row] = await run(STORE, [
      ids(messages.map(({ plant }) => plant)),
      ids(messages.map(({ line }) => line)),
      ids(messages.map(({ station }) => station)),
      texts(messages.map(({ boot }) => boot)),
      numbers(messages.map(({ seq }) => seq)),
      numbers(messages.map(({ clockAt }) => clockAt)),
      numbers(messages.map(({ at }) => at)),
      numbers(messages.map(({ receivedAt }) => receivedAt)),
      ids(messages.map(({ channel }) => channel)),
      messages.map(({ text }) => text).join(BETWEEN),
      ...[first, last, messages.length, realNow],
    ]);
    return row as StoredBatch;
  }

  /** What is stored under the keys of messages, whatever the time that was given with it. */
  async stored(tx: Tx, messages: readonly Accepted[]): Promise<StoredMessage[]> {
    const rows = await tx.query<Omit<MessageRow, 'seq'> & { seq: string }>(
      `select m.plant, m.line, m.station, m.boot, m.seq, m.batch, m.payload
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[]) as k(plant, line, station, boot, seq)
       join device_message m using (plant, line, station, boot, seq) order by m.batch`,
      [
        messages.map(({ plant }) => plant),
        messages.map(({ line }) => line),
        messages.map(({ station }) => station),
        messages.map(({ boot }) => boot),
        numbers(messages.map(({ seq }) => seq)),
      ],
    );
    return rows.map((row) => ({
      key: keyOf({ ...row, seq: Number(row.seq) }),
      batch: row.batch,
      payload: row.payload,
    }));
  }

  /** Takes messages out again: they were found to repeat a key. */
  async remove(tx: Tx, messages: readonly Accepted[]): Promise<void> {
    await tx.query(
      `delete from device_message m using unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[])
         as k(plant, line, station, boot, seq, clock_ms)
       where (m.plant, m.line, m.station, m.boot, m.seq) = (k.plant, k.line, k.station, k.boot, k.seq)
         and m.clock_at = to_timestamp(k.clock_ms / 1000.0)`,
      [
        messages.map(({ plant }) => plant),
        messages.map(({ line }) => line),
        messages.map(({ station }) => station),
        messages.map(({ boot }) => boot),
        numbers(messages.map(({ seq }) => seq)),
        numbers(messages.map(({ clockAt }) => clockAt)),
      ],
    );
  }

  /** Messages of a batch, in no order. */
  async ofBatch(tx: Tx, batch: { id: string; firstAt: Date; lastAt: Date }): Promise<Accepted[]> {
    const rows = await tx.query<MessageRow>(
      `select ${COLUMNS} from device_message where batch = $1 and clock_at between $2 and $3`,
      [batch.id, batch.firstAt, batch.lastAt],
    );
    return rows.map(messageOf);
  }

  /** What a station said in a window, by effective time. */
  async inWindow(
    tx: Tx,
    { plant, station, channels, fromAt, toAt, limit, newestFirst }: MessageWindow,
  ): Promise<Accepted[]> {
    const rows = await tx.query<MessageRow>(
      `select ${COLUMNS} from device_message
       where plant = $1 and station = $2 and channel = any($3) and at >= $4 and at < $5
         and (clock_at >= $4 and clock_at < $6 or clock_at = ${NO_CLOCK})
       order by at ${newestFirst ? 'desc' : 'asc'}, seq ${newestFirst ? 'desc' : 'asc'} limit $7`,
      // a clock may be a day ahead of the receipt that counts instead
      [plant, station, channels, new Date(fromAt), new Date(toAt), new Date(toAt + DAY_MS), limit],
    );
    return rows.map(messageOf);
  }

  /** Last wills that took effect since an instant and were written before it, when their connection began. */
  async willsSince(
    tx: Tx,
    { plant, station }: { plant: string; station: string },
    fromAt: number,
  ): Promise<Accepted[]> {
    const rows = await tx.query<MessageRow>(
      `select ${COLUMNS} from device_message
       where plant = $1 and station = $2 and channel = 'status' and at >= $3 and clock_at < $3 and clock_at <> ${NO_CLOCK}`,
      [plant, station, new Date(fromAt)],
    );
    return rows.map(messageOf);
  }

  /** The newest word of a station on its state before a message: in the same boot by number, else in another by time. */
  async stateBefore(tx: Tx, message: Accepted, except: readonly Accepted[]): Promise<Accepted | null> {
    const { plant, line, station, boot, seq, at } = message;
    const skipped = [except.map((one) => one.boot), numbers(except.map((one) => one.seq))];
    const rest = `and not (boot, seq) in (select * from unnest($6::text[], $7::bigint[])) limit 1`;
    const [same] = await tx.query<MessageRow>(
      `select ${COLUMNS} from device_message where plant = $1 and line = $2 and station = $3 and channel = 'state'
         and boot = $4 and seq < $5 ${rest.replace('limit', 'order by seq desc limit')}`,
      [plant, line, station, boot, seq, ...skipped],
    );
    if (same) return messageOf(same);
    const [other] = await tx.query<MessageRow>(
      `select ${COLUMNS} from device_message where plant = $1 and line = $2 and station = $3 and channel = 'state'
         and boot <> $4 and at < $5 ${rest.replace('limit', 'order by at desc limit')}`,
      [plant, line, station, boot, new Date(at), ...skipped],
    );
    return other ? messageOf(other) : null;
  }

  /** Makes sure that there is a partition for each day. */
  async openPartitions(tx: Tx, { first, last }: DayRange): Promise<number> {
    const [row] = await tx.query<{ made: number }>('select message_partitions_open($1, $2) as made', [
      first,
      last,
    ]);
    return row?.made ?? 0;
  }

  /** Drops the partitions of days before one. @returns how many */
  async dropPartitions(tx: Tx, before: string, most: number): Promise<number> {
    const [row] = await tx.query<{ gone: number }>('select message_partitions_drop($1, $2) as gone', [
      before,
      most,
    ]);
    return row?.gone ?? 0;
  }
}
