import { Inject, Injectable } from '@nestjs/common';
import { Exact, decimalText } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { MaterialNeed } from './ports';
import { Settlement } from './settlement';
import { WorkOrderRepository } from './work-order.repository';

/** Components that were kept for operations and are no longer there. */
@Injectable()
export class MaterialLoss {
  constructor(
    private readonly workOrders: WorkOrderRepository,
    private readonly settlement: Settlement,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The operation lacks the quantity: it waits until it comes in, unless it has begun. */
  async lost(tx: Tx, { workOrder: id, operationNo, item, qty }: MaterialNeed, by: string): Promise<void> {
    const workOrder = await this.workOrders.lock(tx, id);
    if (workOrder?.status !== 'released' && workOrder?.status !== 'running') return;
    const material = (await this.workOrders.materials(tx, id)).find(
      (one) => one.component === item && one.operationNo === operationNo,
    );
    if (!material) return;
    const qtyShort = decimalText(new Exact(material.qtyShort).plus(qty));
    await this.workOrders.saveShort(tx, { ...material, qtyShort });
    await this.settlement.settle(tx, id, { report: null, at: this.clock.now(), by });
  }
}
