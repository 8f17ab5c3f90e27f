import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, type Refusal } from '@takt/contracts';
import { decideCancellation, neededOf, type Amount } from '@takt/production';
import { Clock } from '../../platform/clock';
import { currentCaller } from '../../platform/context';
import type { Tx } from '../../platform/database';
import { MaterialCover } from './material-cover';
import { Settlement } from './settlement';
import { WorkOrderRepository, type WorkOrderState } from './work-order.repository';
import { OperationEnder } from './operation-ender';

/** Cancels work orders, and lessens those that have not begun. */
@Injectable()
export class WorkOrderCloser {
  constructor(
    private readonly workOrders: WorkOrderRepository,
    private readonly operations: OperationEnder,
    private readonly materials: MaterialCover,
    private readonly settlement: Settlement,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Lets a work order that has not begun make no more than lines need of it; one that nobody needs is cancelled. */
  async shrink(tx: Tx, id: string, needed: Amount): Promise<void> {
    const workOrder = await this.workOrders.lock(tx, id);
    if (workOrder?.status !== 'released') return;
    const replenishment = await this.workOrders.replenishmentOf(tx, workOrder.item);
    const qty = neededOf(workOrder, replenishment, needed);
    if (qty === workOrder.qty) return;
    if (qty === '0') {
      await this.cancel(tx, workOrder);
      return;
    }
    await this.cancelFeeders(tx, workOrder);
    const smaller = await this.workOrders.save(tx, { ...workOrder, qty });
    await this.materials.renew(tx, smaller);
    tx.announce('work-order.changed', { workOrder: id, fields: ['qty'] });
    await this.settlement.settle(tx, id, this.ending(tx));
  }

  /**
   * Cancels a work order with what feeds it and has not begun. What has been made stays. Announces `work-order.cancelled`.
   * @returns `work-order.closed` · null when it is done
   */
  async cancel(tx: Tx, workOrder: WorkOrderState): Promise<Refusal | null> {
    const { id, status } = workOrder;
    const operations = await this.operations.of(tx, id);
    const decided = decideCancellation(id, status, operations);
    if (isRefusal(decided)) return decided;
    const ended = new Set(decided.operations.map((operation) => operation.id));
    for (const operation of operations.filter((one) => ended.has(one.id)))
      await this.operations.cancel(tx, operation, this.clock.now());
    await this.workOrders.save(tx, { ...workOrder, status: 'cancelled' });
    await this.materials.dropped(tx, id);
    await this.cancelFeeders(tx, workOrder);
    tx.announce('work-order.cancelled', {
      workOrder: id,
      operations: decided.operations.map(({ id: operation, station, running }) => ({
        operation,
        station,
        running,
      })),
    });
    await this.settlement.settle(tx, id, this.ending(tx));
    const parent = await this.materials.childCancelled(tx, workOrder);
    if (parent !== null) await this.settlement.settle(tx, parent, this.ending(tx));
    return null;
  }

  /** Cancels what feeds a work order and has not begun. */
  async cancelFeeders(tx: Tx, parent: WorkOrderState): Promise<void> {
    for (const child of await this.workOrders.children(tx, parent.id))
      if (child.status === 'released' && child.feedsOperationNo !== null) await this.cancel(tx, child);
  }

  /** Brings a work order into agreement with what has been decided about it. */
  settle(tx: Tx, id: string): Promise<void> {
    return this.settlement.settle(tx, id, this.ending(tx));
  }

  private ending(tx: Tx) {
    return { report: null, at: this.clock.now(), by: currentCaller(tx.plant).id };
  }
}
