import { Injectable } from '@nestjs/common';
import { servePegs } from '@takt/production';
import type { Tx } from '../../platform/database';
import { OrderProgress } from '../order';
import { MaterialCover } from './material-cover';
import { PegRepository } from './peg.repository';
import { LedgerPort } from './ports';
import type { WorkOrderState } from './work-order.repository';

/** Who gets the good pieces of a work order. */
@Injectable()
export class FinishedPieces {
  constructor(
    private readonly pegs: PegRepository,
    private readonly ledger: LedgerPort,
    private readonly progress: OrderProgress,
    private readonly materials: MaterialCover,
  ) {}

  /** Pieces are in stock now: kept for the parent that they are for, or for lines, the earliest promise first; the rest is free. */
  async made(tx: Tx, workOrder: WorkOrderState, qty: string): Promise<void> {
    if (workOrder.feedsOperationNo !== null) {
      await this.materials.childMade(tx, workOrder, qty);
      return;
    }
    const { served } = servePegs(await this.pegs.of(tx, workOrder.id), qty);
    for (const peg of served) {
      await this.pegs.lessen(tx, peg);
      await this.ledger.keepFinished(tx, workOrder, peg, peg.qty);
      await this.progress.readied(tx, peg, peg.qty);
    }
  }

  /** Pieces that were reported by mistake are taken back from the lines that they were kept for, which wait for them again. */
  async unmade(tx: Tx, workOrder: WorkOrderState, qty: string): Promise<void> {
    if (workOrder.feedsOperationNo !== null) {
      await this.materials.childUnmade(tx, workOrder, qty);
      return;
    }
    for (const lost of await this.ledger.takeFromLines(tx, workOrder, qty)) {
      await this.progress.readied(tx, lost, `-${lost.qty}`);
      const line = await this.progress.line(tx, lost);
      if (!line || line.status === 'cancelled' || line.status === 'shipped') continue;
      const promiseAt = line.latestCommittedAt ?? line.committedAt ?? line.requestedAt;
      const { weight } = workOrder;
      await this.pegs.add(tx, { ...lost, workOrder: workOrder.id, promiseAt, weight });
    }
  }
}
