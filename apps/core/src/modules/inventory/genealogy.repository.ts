import { Injectable } from '@nestjs/common';
import type { TraceNode } from '@takt/inventory';
import type { Tx } from '../../platform/database';
import { LedgerRepository, type KeptMovement } from './ledger.repository';

const FORWARD = {
  lot: ['backflush', 'issue', 'rework', 'shipment', 'return'],
  'work-order': ['completion', 'rework'],
  'order-line': [],
} as const;
const BACK = {
  lot: ['completion', 'rework'],
  'work-order': ['backflush', 'issue', 'rework'],
  'order-line': ['shipment', 'return'],
} as const;

/** The lines of the ledger that lead on from things that material passes through. */
@Injectable()
export class GenealogyRepository {
  constructor(private readonly ledger: LedgerRepository) {}

  /** Every line that takes material from some things (forward), or to them (back). */
  async next(
    tx: Tx,
    nodes: readonly TraceNode[],
    direction: 'forward' | 'back',
  ): Promise<readonly KeptMovement[]> {
    const kinds = direction === 'forward' ? FORWARD : BACK;
    const ids = (kind: TraceNode['kind']) => nodes.filter((node) => node.kind === kind).map(({ id }) => id);
    const lines = ids('order-line').map(lineOf);
    const rows = await tx.query<{ id: string }>(
      `select id from stock_movement where plant = $1 and lot = any($2) and kind = any($3)
       union select id from stock_movement where plant = $1 and work_order = any($4) and kind = any($5)
       union select m.id from unnest($6::text[], $7::int[]) l("order", line) join stock_movement m
         on m.plant = $1 and m."order" = l."order" and m.order_line = l.line and m.kind = any($8)`,
      [
        tx.plant,
        ids('lot'),
        kinds.lot,
        ids('work-order'),
        kinds['work-order'],
        lines.map(({ order }) => order),
        lines.map(({ line }) => line),
        kinds['order-line'],
      ],
    );
    return this.ledger.many(
      tx,
      rows.map(({ id }) => id),
    );
  }
}

/** The parts of the name of an order line, `<order>/<line>`. */
function lineOf(name: string): { order: string; line: number } {
  const slash = name.lastIndexOf('/');
  return { order: name.slice(0, slash), line: Number(name.slice(slash + 1)) || 0 };
}
