import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Hold, InstructionStep, Place, ProcessLimit } from '@takt/contracts';
import { decimalText, holdWording } from '@takt/production';
import type { Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import { LotHoldEntity } from './quality.entity';

/** Filters of the list of holds. */
export interface HoldFilter {
  readonly kind?: readonly string[] | undefined;
  readonly open?: readonly string[] | undefined;
  readonly station?: readonly string[] | undefined;
  readonly operation?: readonly string[] | undefined;
  readonly lot?: readonly string[] | undefined;
}

/** A lot that is on hold. */
export type LotHold = Omit<LotHoldEntity, 'plant' | 'place'> & { readonly place: Place };

type Row = Omit<Hold, 'heldAt' | 'releasedAt' | 'wording'> & {
  readonly heldAt: Date;
  readonly releasedAt: Date | null;
  readonly limits: ProcessLimit[] | null;
  readonly steps: InstructionStep[] | null;
};

const SELECT = `select h.*
from (select 'operation' as kind, h.id, h.operation, h.station, o.item, null as lot, null::numeric as qty, h.reason,
    h.held_at as "heldAt", null as "heldBy", h.released_at as "releasedAt", h.released_by as "releasedBy", h.note, o.limits, i.steps
    from operation_hold h join (select p.plant, p.id, p.limits, w.item from operation p join work_order w on w.plant = p.plant and w.id = p.work_order) o
      on o.plant = h.plant and o.id = h.operation
    left join operation_instruction i on i.plant = h.plant and i.operation = h.operation where h.plant = $1
  union all select 'lot', l.id, null, null, l.item, l.lot, l.qty, l.reason, l.held_at, l.held_by, l.released_at, l.released_by, l.note, null::jsonb, null::jsonb
    from lot_hold l where l.plant = $1) h`;

const WHERE = [
  '$2::text[] is null or h.kind = any($2)',
  `$3::text[] is null or (case when h."releasedAt" is null then 'yes' else 'no' end) = any($3)`,
  '$4::text[] is null or h.station = any($4)',
  '$5::text[] is null or h.operation = any($5)',
  '$6::text[] is null or h.lot = any($6)',
] as const;

function holdOf({
  id,
  kind,
  operation,
  station,
  item,
  lot,
  qty,
  reason,
  heldBy,
  releasedBy,
  note,
  ...row
}: Row): Hold {
  return {
    ...{ id, kind, operation, station, item, lot, reason, heldBy, releasedBy, note },
    qty: qty === null ? null : decimalText(qty),
    wording: holdWording(reason, row.limits ?? [], row.steps ?? []),
    heldAt: row.heldAt.toISOString(),
    releasedAt: row.releasedAt?.toISOString() ?? null,
  };
}

/** A hold of a lot as callers see it. */
export function lotHoldView({ place: _, ...hold }: LotHold): Hold {
  return holdOf({ ...hold, kind: 'lot', operation: null, station: null, limits: null, steps: null });
}

const stateOf = ({ plant: _, place, qty, ...row }: LotHoldEntity): LotHold => ({
  ...row,
  place: place as Place,
  qty: decimalText(qty),
});

/** Holds in PostgreSQL. */
@Injectable()
export class HoldRepository {
  /** The holds of some operations, by time. */
  async of(tx: Tx, operations: readonly string[]): Promise<Hold[]> {
    const rows = await tx.query<Row>(`${SELECT} where h.operation = any($2) order by h."heldAt"`, [
      tx.plant,
      operations,
    ]);
    return rows.map(holdOf);
  }

  /** The hold of an operation that is open, if any. */
  async openOf(tx: Tx, operation: string): Promise<Hold | null> {
    const open = (await this.of(tx, [operation])).filter(({ releasedAt }) => releasedAt === null);
    return open.at(-1) ?? null;
  }

  /** A hold of a lot by its command. */
  async lotHold(tx: Tx, id: string): Promise<LotHold | null> {
    const row = await tx.of(LotHoldEntity).findOneBy({ plant: tx.plant, id });
    return row && stateOf(row);
  }

  /** Adds a hold of a lot. */
  async addLotHold(tx: Tx, hold: LotHold): Promise<void> {
    await tx.of(LotHoldEntity).insert({ ...hold, plant: tx.plant });
  }

  /** The open holds of a lot, the oldest first; locked. */
  async openOfLot(tx: Tx, lot: string): Promise<LotHold[]> {
    const rows = await tx.of(LotHoldEntity).find({
      where: { plant: tx.plant, lot, releasedAt: IsNull() },
      order: { heldAt: 'ASC', id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    return rows.map(stateOf);
  }

  /** Stores who released a hold, and when. */
  async releaseLotHold(tx: Tx, { id, releasedAt, releasedBy, note }: LotHold): Promise<void> {
    await tx.of(LotHoldEntity).update({ plant: tx.plant, id }, { releasedAt, releasedBy, note });
  }

  /** One page. */
  async page(
    tx: Tx,
    filter: HoldFilter,
    page: PageRequest,
  ): Promise<{ items: Hold[]; nextCursor: string | null }> {
    const { kind, open, station, operation, lot } = filter;
    const { rows, nextCursor } = await cursorPage<Row>(
      tx,
      {
        select: SELECT,
        where: WHERE,
        parameters: [tx.plant, kind ?? null, open ?? null, station ?? null, operation ?? null, lot ?? null],
        sortable: { heldAt: { sql: 'h."heldAt"', type: 'timestamptz' } },
        id: { sql: 'h.id', type: 'uuid' },
      },
      page,
    );
    return { items: rows.map(holdOf), nextCursor };
  }
}
