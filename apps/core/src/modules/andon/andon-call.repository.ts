import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { AndonCall } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import { AndonCallEntity } from './andon-call.entity';

/** Filters of the list of calls. */
export type AndonFilter = Partial<Record<'status' | 'station' | 'line' | 'kind', readonly string[]>>;

const iso = (date: Date | null): string | null => date && date.toISOString();

/** A stored call for the API. */
export function callOf(row: AndonCallEntity): AndonCall {
  const { plant: _, raisedAt, answeredAt, resolvedAt, noteZh, ...rest } = row;
  return {
    ...rest,
    ...(noteZh === null ? {} : { noteZh }),
    raisedAt: raisedAt.toISOString(),
    answeredAt: iso(answeredAt),
    resolvedAt: iso(resolvedAt),
  } as AndonCall;
}

/** Calls for help in PostgreSQL. */
@Injectable()
export class AndonCallRepository {
  /** One call. */
  find(tx: Tx, id: string): Promise<AndonCallEntity | null> {
    return tx.of(AndonCallEntity).findOneBy({ plant: tx.plant, id });
  }

  /** One call, locked for a change. */
  lock(tx: Tx, id: string): Promise<AndonCallEntity | null> {
    return tx
      .of(AndonCallEntity)
      .findOne({ where: { plant: tx.plant, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The call of a kind that a station has under way. */
  underWay(tx: Tx, station: string, kind: string): Promise<AndonCallEntity | null> {
    return tx.of(AndonCallEntity).findOneBy({ plant: tx.plant, station, kind, status: Not('resolved') });
  }

  /** The calls of a line that are not resolved, the oldest first. */
  async openOf(tx: Tx, line: string): Promise<AndonCall[]> {
    const rows = await tx.of(AndonCallEntity).find({
      where: { plant: tx.plant, line, status: Not('resolved') },
      order: { raisedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(callOf);
  }

  /** Adds a call unless one of the same kind is under way at the station. @returns whether it was added */
  async add(tx: Tx, call: AndonCallEntity): Promise<boolean> {
    const rows = await tx.query(
      `insert into andon_call (plant, id, station, line, kind, status, raised_at, raised_by, escalation, note, note_zh)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10) on conflict do nothing returning id`,
      [
        call.plant,
        call.id,
        call.station,
        call.line,
        call.kind,
        call.status,
        call.raisedAt,
        call.raisedBy,
        call.note,
        call.noteZh,
      ],
    );
    return rows.length > 0;
  }

  /** Stores a changed call. */
  async save(tx: Tx, call: AndonCallEntity): Promise<void> {
    await tx.of(AndonCallEntity).save(call);
  }

  /** Open calls of every plant, locked; another that escalates meanwhile skips them. */
  open(tx: Tx): Promise<AndonCallEntity[]> {
    return tx.of(AndonCallEntity).find({
      where: { status: 'open' },
      order: { raisedAt: 'ASC' },
      take: 500,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }

  /** One page of calls. */
  async page(
    tx: Tx,
    filter: AndonFilter,
    page: PageRequest,
  ): Promise<{ items: AndonCall[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<{ id: string }>(
      tx,
      {
        select: 'select id from andon_call',
        where: [
          'plant = $1',
          '$2::text[] is null or status = any($2)',
          '$3::text[] is null or station = any($3)',
          '$4::text[] is null or line = any($4)',
          '$5::text[] is null or kind = any($5)',
        ],
        parameters: [
          tx.plant,
          filter.status ?? null,
          filter.station ?? null,
          filter.line ?? null,
          filter.kind ?? null,
        ],
        sortable: { raisedAt: { sql: 'raised_at', type: 'timestamptz' } },
        id: { sql: 'id', type: 'uuid' },
      },
      page,
    );
    const found = await tx
      .of(AndonCallEntity)
      .find({ where: { plant: tx.plant, id: In(rows.map(({ id }) => id)) } });
    const byId = new Map(found.map((row) => [row.id, callOf(row)]));
    return { items: rows.flatMap(({ id }) => byId.get(id) ?? []), nextCursor };
  }
}
