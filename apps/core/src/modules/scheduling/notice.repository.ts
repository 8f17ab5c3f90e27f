import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import type { Notice } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import { NoticeEntity } from './notice.entity';

/** Filters of the list of notices. */
export type NoticeFilter = Partial<
  Record<'open' | 'station' | 'line' | 'operation' | 'kind', readonly string[]>
>;

/** How well notices were acknowledged. */
export interface CoverageRow {
  readonly raised: number;
  readonly acknowledged: number;
  readonly inTime: number;
  readonly medianSec: number | null;
  readonly openStations: string[];
}

const iso = (date: Date | null): string | null => date && date.toISOString();

/** A stored notice for the API. */
export function noticeOf(row: NoticeEntity): Notice {
  const {
    id,
    station,
    line,
    operation,
    item,
    from,
    to,
    nextBefore,
    nextAfter,
    trigger,
    scheduleVersion,
    text,
    by,
    escalation,
  } = row;
  const acknowledgement =
    row.acknowledgedAt === null
      ? null
      : {
          worker: row.acknowledgedBy,
          user: row.acknowledgedUser,
          terminal: row.acknowledgedTerminal,
          device: row.acknowledgedDevice ?? '',
          at: row.acknowledgedAt.toISOString(),
        };
  return {
    id,
    kind: row.kind as Notice['kind'],
    station,
    line,
    operation,
    item,
    from,
    to,
    nextBefore,
    nextAfter,
    trigger,
    scheduleVersion,
    text,
    by,
    raisedAt: row.raisedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    role: row.role as Notice['role'],
    escalation,
    acknowledgement,
    withdrawnAt: iso(row.withdrawnAt),
  };
}

const YES = 'yes';

/** Notices in PostgreSQL. */
@Injectable()
export class NoticeRepository {
  /** Notices that nobody has acknowledged and that still hold. */
  open(tx: Tx): Promise<NoticeEntity[]> {
    return tx.of(NoticeEntity).find({
      where: { plant: tx.plant, acknowledgedAt: IsNull(), withdrawnAt: IsNull() },
      order: { raisedAt: 'ASC' },
    });
  }

  /** One notice, locked for a change. */
  lock(tx: Tx, id: string): Promise<NoticeEntity | null> {
    return tx
      .of(NoticeEntity)
      .findOne({ where: { plant: tx.plant, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** One notice. */
  find(tx: Tx, id: string): Promise<NoticeEntity | null> {
    return tx.of(NoticeEntity).findOneBy({ plant: tx.plant, id });
  }

  /** Adds notices. */
  async insert(tx: Tx, notices: readonly NoticeEntity[]): Promise<void> {
    if (notices.length > 0) await tx.of(NoticeEntity).insert([...notices]);
  }

  /** Stores a changed notice. */
  async save(tx: Tx, notice: NoticeEntity): Promise<void> {
    await tx.of(NoticeEntity).save(notice);
  }

  /** Withdraws open notices. @returns those that were open */
  async withdraw(tx: Tx, ids: readonly string[], at: Date): Promise<NoticeEntity[]> {
    if (ids.length === 0) return [];
    const rows = await tx.of(NoticeEntity).find({
      where: { plant: tx.plant, id: In([...ids]), acknowledgedAt: IsNull(), withdrawnAt: IsNull() },
    });
    for (const row of rows)
      await tx.of(NoticeEntity).update({ plant: tx.plant, id: row.id }, { withdrawnAt: at });
    return rows;
  }

  /** Open notices of every plant whose time is up and that can go further up, locked; others that escalate meanwhile skip them. */
  overdue(tx: Tx, now: Date, top: number): Promise<NoticeEntity[]> {
    const open = { acknowledgedAt: IsNull(), withdrawnAt: IsNull(), escalation: LessThan(top) };
    return tx.of(NoticeEntity).find({
      where: [
        { ...open, escalatesAt: IsNull(), dueAt: LessThan(now) },
        { ...open, escalatesAt: LessThan(now) },
      ],
      order: { dueAt: 'ASC' },
      take: 200,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }

  /** One page of notices. */
  async page(
    tx: Tx,
    filter: NoticeFilter,
    page: PageRequest,
  ): Promise<{ items: Notice[]; nextCursor: string | null }> {
    const open = filter.open?.[0];
    const { rows, nextCursor } = await cursorPage<{ id: string }>(
      tx,
      {
        select: 'select id from notice',
        where: [
          'plant = $1',
          '$2::boolean is null or (acknowledged_at is null and withdrawn_at is null) = $2',
          '$3::text[] is null or station = any($3)',
          '$4::text[] is null or line = any($4)',
          '$5::text[] is null or operation = any($5)',
          '$6::text[] is null or kind = any($6)',
        ],
        parameters: [
          tx.plant,
          open === undefined ? null : open === YES,
          filter.station ?? null,
          filter.line ?? null,
          filter.operation ?? null,
          filter.kind ?? null,
        ],
        sortable: { raisedAt: { sql: 'raised_at', type: 'timestamptz' } },
        id: { sql: 'id', type: 'uuid' },
      },
      page,
    );
    const found = await tx
      .of(NoticeEntity)
      .find({ where: { plant: tx.plant, id: In(rows.map(({ id }) => id)) } });
    const byId = new Map(found.map((row) => [row.id, noticeOf(row)]));
    return { items: rows.flatMap(({ id }) => byId.get(id) ?? []), nextCursor };
  }

  /** Share of notices that were acknowledged in time. Withdrawn ones that nobody had to see do not count. */
  async coverage(tx: Tx, from: Date, to: Date): Promise<CoverageRow> {
    const [row] = await tx.query<{
      raised: string;
      acknowledged: string;
      in_time: string;
      median: number | null;
      open_stations: string[] | null;
    }>(
      `select count(*) as raised, count(acknowledged_at) as acknowledged,
              count(*) filter (where acknowledged_at is not null and escalation = 0) as in_time,
              percentile_cont(0.5) within group (order by extract(epoch from acknowledged_at - raised_at)) as median,
              array_agg(distinct station) filter (where acknowledged_at is null and station is not null) as open_stations
       from notice where plant = $1 and raised_at >= $2 and raised_at < $3 and withdrawn_at is null`,
      [tx.plant, from, to],
    );
    return {
      raised: Number(row?.raised ?? 0),
      acknowledged: Number(row?.acknowledged ?? 0),
      inTime: Number(row?.in_time ?? 0),
      medianSec: row?.median ?? null,
      openStations: row?.open_stations ?? [],
    };
  }
}
