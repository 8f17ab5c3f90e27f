import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { OrderProgress, type LineKey } from '../order';
import { MaterialCover } from './material-cover';
import { LedgerPort, type Ending } from './ports';
import type { WorkOrderState } from './work-order.repository';

/** What follows from the begin and the end of a work order. */
@Injectable()
export class SettlementFollower {
  constructor(
    private readonly ledger: LedgerPort,
    private readonly progress: OrderProgress,
    private readonly materials: MaterialCover,
  ) {}

  /** Work for lines has begun. */
  async begun(tx: Tx, lines: readonly LineKey[]): Promise<void> {
    for (const line of lines) await this.progress.begun(tx, line);
  }

  /**
   * A work order has ended: what is left of it in progress is written off, its components are given back, its parent gets what
   * it made.
   * @returns the parent that has to be settled
   */
  async ended(
    tx: Tx,
    before: WorkOrderState,
    after: WorkOrderState,
    { qtyGood, ending }: { qtyGood: string; ending: Ending },
  ): Promise<string | null> {
    await this.ledger.close(tx, after, ending);
    if (after.status === 'cancelled' || before.status === after.status) return null;
    await this.ledger.giveBack(tx, [after.id]);
    const { id, item, lot, order, orderLine } = after;
    const at = new Date(after.endedAt ?? ending.at).toISOString();
    tx.announce('work-order.finished', { workOrder: id, item, good: qtyGood, lot, order, orderLine, at });
    if (after.feedsOperationNo === null) return null;
    await this.materials.childEnded(tx, after, qtyGood);
    return after.parent;
  }
}
