import { Injectable } from '@nestjs/common';
import type { StationState } from '@takt/contracts';
import type { OpenSpan, StoredStop } from '@takt/telemetry';
import type { Tx } from '../../platform/database';
import type { StationKey } from './derive.repository';

interface SpanRow {
  readonly state: StationState;
  readonly reason: string | null;
  readonly startAt: Date;
  readonly endAt: Date | null;
}

const spanOf = ({ state, reason, startAt, endAt }: SpanRow): OpenSpan => ({
  state,
  reason,
  startAt: startAt.getTime(),
  endAt: endAt?.getTime() ?? null,
});

const SPAN = 'state, reason, start_at as "startAt", end_at as "endAt"';
/** A stop that changed between stopped and fault more often than this is cut. */
const RUN_MAX = 200;

/** The stored past of one station, for deriving it anew. */
@Injectable()
export class HistoryRepository {
  /** The interval in which an instant lies. */
  async spanAt(tx: Tx, { plant, station }: StationKey, at: number): Promise<OpenSpan | null> {
    const rows = await tx.query<SpanRow>(
      `select ${SPAN} from state_interval where plant = $1 and station = $2 and start_at <= $3 order by start_at desc limit 1`,
      [plant, station, new Date(at)],
    );
    return rows[0] ? spanOf(rows[0]) : null;
  }

  /** The intervals in which the station stood still without a break right before an instant, oldest first. */
  async downBefore(tx: Tx, { plant, station }: StationKey, at: number): Promise<OpenSpan[]> {
    const rows = await tx.query<SpanRow>(
      `select ${SPAN} from state_interval where plant = $1 and station = $2 and start_at < $3 order by start_at desc limit ${RUN_MAX}`,
      [plant, station, new Date(at)],
    );
    const end = rows.findIndex(({ state }) => state !== 'stopped' && state !== 'fault');
    return rows
      .slice(0, end === -1 ? rows.length : end)
      .map(spanOf)
      .reverse();
  }

  /** Stored stops that reach beyond an instant. */
  async stopsAfter(tx: Tx, { plant, station }: StationKey, at: number): Promise<StoredStop[]> {
    const rows = await tx.query<{ id: string; startAt: Date; endAt: Date | null }>(
      `select id, start_at as "startAt", end_at as "endAt" from stop
       where plant = $1 and station = $2 and (end_at is null or end_at > $3) order by start_at`,
      [plant, station, new Date(at)],
    );
    return rows.map(({ id, startAt, endAt }) => ({
      id,
      startAt: startAt.getTime(),
      endAt: endAt?.getTime() ?? null,
    }));
  }
}
