import { Injectable } from '@nestjs/common';
import type { StationState, Stop } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import { StopEntity } from './telemetry.entity';

/** Filters of the list of stops. */
export interface StopFilter {
  readonly station?: readonly string[] | undefined;
  readonly line?: readonly string[] | undefined;
  readonly reason?: readonly string[] | undefined;
  /** yes, no */
  readonly explained?: readonly string[] | undefined;
  /** yes, no */
  readonly open?: readonly string[] | undefined;
  /** stops that reach into the window */
  readonly from: Date | null;
  readonly to: Date | null;
}

/** A stop as the API shows it. */
export function stopOf(row: StopEntity): Stop {
  const { id, station, line, reason, note, explainedBy, operation } = row;
  return {
    ...{ id, station, line, reason, note, explainedBy, operation },
    state: row.state as StationState,
    startAt: row.startAt.toISOString(),
    endAt: row.endAt?.toISOString() ?? null,
    explainedAt: row.explainedAt?.toISOString() ?? null,
  };
}

/** Stops in PostgreSQL. */
@Injectable()
export class StopRepository {
  /** One page of stops. */
  async page(
    tx: Tx,
    filter: StopFilter,
    page: PageRequest,
  ): Promise<{ items: Stop[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<StopEntity>(
      tx,
      {
        select: `select id, station, line, state, start_at as "startAt", end_at as "endAt", reason, note, explained_by as "explainedBy",
          explained_at as "explainedAt", operation\nfrom stop`,
        where: [
          'plant = $1',
          '$2::text[] is null or station = any($2)',
          '$3::text[] is null or line = any($3)',
          '$4::text[] is null or reason = any($4)',
          `$5::text[] is null or (case when explained_at is null then 'no' else 'yes' end) = any($5)`,
          `$6::text[] is null or (case when end_at is null then 'yes' else 'no' end) = any($6)`,
          '$7::timestamptz is null or end_at is null or end_at > $7',
          '$8::timestamptz is null or start_at < $8',
        ],
        parameters: [
          tx.plant,
          filter.station ?? null,
          filter.line ?? null,
          filter.reason ?? null,
          filter.explained ?? null,
          filter.open ?? null,
          filter.from,
          filter.to,
        ],
        sortable: { startAt: { sql: 'start_at', type: 'timestamptz' } },
        id: { sql: 'id', type: 'uuid' },
      },
      page,
    );
    return { items: rows.map(stopOf), nextCursor };
  }

  /** A stop, locked until the commit. */
  find(tx: Tx, id: string): Promise<StopEntity | null> {
    return tx.of(StopEntity).findOne({ where: { plant: tx.plant, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Stores what a person has said about a stop. */
  async save(tx: Tx, stop: StopEntity): Promise<void> {
    await tx.of(StopEntity).save(stop);
  }
}
