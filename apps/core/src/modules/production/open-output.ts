import { Injectable } from '@nestjs/common';
import { Exact, decimalText, freeOutput } from '@takt/production';
import type { Tx } from '../../platform/database';
import { PegRepository } from './peg.repository';
import { WorkOrderRepository } from './work-order.repository';

/** Pieces that an open work order will make and that nobody waits for. */
export interface FreeOutput {
  readonly workOrder: string;
  /** > 0 */
  readonly qty: Exact;
}

/** What open work orders make beyond what lines wait for. */
@Injectable()
export class OpenOutput {
  constructor(
    private readonly workOrders: WorkOrderRepository,
    private readonly pegs: PegRepository,
  ) {}

  /** By work order, the earliest due first. */
  async byWorkOrder(tx: Tx, item: string): Promise<FreeOutput[]> {
    const found: FreeOutput[] = [];
    for (const { workOrder, expected } of await this.workOrders.openOutput(tx, item)) {
      const qty = freeOutput(await this.pegs.of(tx, workOrder), expected);
      if (qty.greaterThan(0)) found.push({ workOrder, qty });
    }
    return found;
  }

  /** Of all of them together, decimal text. */
  async free(tx: Tx, item: string): Promise<string> {
    const free = await this.byWorkOrder(tx, item);
    return decimalText(free.reduce((total, { qty }) => total.plus(qty), new Exact(0)));
  }
}
