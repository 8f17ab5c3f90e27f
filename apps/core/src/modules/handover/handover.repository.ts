import { Injectable } from '@nestjs/common';
import type { Handover } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import { HandoverEntity } from './handover.entity';

/** Filters of the list of handovers. */
export type HandoverFilter = Partial<Record<'line' | 'day' | 'crew', readonly string[]>>;

/** A shift of a line by its key. */
export interface ShiftKey {
  readonly line: string;
  readonly day: string;
  readonly crew: string;
}

type Row = Omit<HandoverEntity, 'plant' | 'line' | 'day' | 'crew'>;

const handoverOf = ({ id, no, sheet, note, closedAt, closedBy, worker }: Row): Handover => ({
  ...{ id, no, sheet, note, closedBy, worker },
  closedAt: closedAt.toISOString(),
});

/** Handovers in PostgreSQL. They are only added. */
@Injectable()
export class HandoverRepository {
  /** The handover of a shift and the supplements to it, in their order; empty: it is not handed over. */
  async all(tx: Tx, key: ShiftKey): Promise<Handover[]> {
    const rows = await tx
      .of(HandoverEntity)
      .find({ where: { plant: tx.plant, ...key }, order: { no: 'ASC' } });
    return rows.map(handoverOf);
  }

  /** Adds a handover unless the shift has one of this number. @returns whether it was added */
  async add(tx: Tx, key: ShiftKey, handover: Handover): Promise<boolean> {
    const rows = await tx.query(
      `insert into handover (plant, id, line, day, crew, no, sheet, note, closed_at, closed_by, worker)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
      [
        tx.plant,
        handover.id,
        key.line,
        key.day,
        key.crew,
        handover.no,
        JSON.stringify(handover.sheet),
        handover.note,
        handover.closedAt,
        handover.closedBy,
        handover.worker,
      ],
    );
    return rows.length > 0;
  }

  /** One page. */
  async page(
    tx: Tx,
    { line, day, crew }: HandoverFilter,
    page: PageRequest,
  ): Promise<{ items: Handover[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<Row>(
      tx,
      {
        select: `select h.id, h.no, h.sheet, h.note, h.closed_at as "closedAt", h.closed_by as "closedBy", h.worker
from handover h`,
        where: [
          'h.plant = $1',
          '$2::text[] is null or h.line = any($2)',
          '$3::text[] is null or h.day::text = any($3)',
          '$4::text[] is null or h.crew = any($4)',
        ],
        parameters: [tx.plant, line ?? null, day ?? null, crew ?? null],
        sortable: { closedAt: { sql: 'h.closed_at', type: 'timestamptz' } },
        id: { sql: 'h.id', type: 'uuid' },
      },
      page,
    );
    return { items: rows.map(handoverOf), nextCursor };
  }
}
