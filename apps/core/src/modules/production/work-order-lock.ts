import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { OrderProgress } from '../order';
import { Settlement } from './settlement';
import { WorkOrderRepository, type WorkOrderState } from './work-order.repository';

/** Locks a work order with the order lines that it concerns, always in the same order, so that nobody waits for each other. */
@Injectable()
export class WorkOrderLock {
  constructor(
    private readonly workOrders: WorkOrderRepository,
    private readonly settlement: Settlement,
    private readonly progress: OrderProgress,
  ) {}

  /** Lines first, then the work order. */
  async take(tx: Tx, id: string): Promise<WorkOrderState> {
    const seen = await this.workOrders.find(tx, id);
    if (seen) await this.progress.lock(tx, await this.settlement.lines(tx, seen));
    const locked = await this.workOrders.lock(tx, id);
    if (!locked) throw new Error(`work order ${id} of an operation is gone`);
    return locked;
  }
}
