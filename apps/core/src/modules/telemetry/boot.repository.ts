import { Injectable } from '@nestjs/common';
import type { SeqRanges } from '@takt/telemetry';
import type { Tx } from '../../platform/database';

/** What has arrived of a boot. */
export interface BootSeqs {
  readonly plant: string;
  readonly line: string;
  readonly station: string;
  readonly boot: string;
  readonly ranges: SeqRanges;
}

/** What has arrived of each boot of each device, in PostgreSQL. */
@Injectable()
export class BootRepository {
  /** What has arrived of the boots of stations; the stations have to be locked. */
  async find(tx: Tx, boots: readonly Omit<BootSeqs, 'ranges'>[]): Promise<BootSeqs[]> {
    return tx.query<BootSeqs>(
      `select plant, line, station, boot, ranges from device_boot
       where (plant, line, station, boot) in (select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]))`,
      [
        boots.map(({ plant }) => plant),
        boots.map(({ line }) => line),
        boots.map(({ station }) => station),
        boots.map(({ boot }) => boot),
      ],
    );
  }

  /** Stores what has arrived of boots. */
  async save(tx: Tx, boots: readonly BootSeqs[], now: Date): Promise<void> {
    if (boots.length === 0) return;
    await tx.query(
      `insert into device_boot (plant, line, station, boot, ranges, given_up, marked, marked_at, committed_at)
       select *, -1, -1, $6::timestamptz, $6::timestamptz
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[])
       on conflict (plant, line, station, boot) do update set ranges = excluded.ranges, committed_at = excluded.committed_at`,
      [
        boots.map(({ plant }) => plant),
        boots.map(({ line }) => line),
        boots.map(({ station }) => station),
        boots.map(({ boot }) => boot),
        boots.map(({ ranges }) => JSON.stringify(ranges)),
        now,
      ],
    );
  }

  /** Forgets boots of which nothing has come since. */
  async clean(tx: Tx, before: Date): Promise<void> {
    await tx.query('delete from device_boot where committed_at < $1', [before]);
  }

  /** What was missing below the highest number when a boot was marked is waited for no more; marks those of before anew. */
  async giveUpGaps(tx: Tx, markedBefore: Date, now: Date): Promise<void> {
    await tx.query(
      `update device_boot set given_up = marked, marked = (ranges -> -1 ->> 1)::bigint, marked_at = $2 where marked_at < $1`,
      [markedBefore, now],
    );
  }
}
