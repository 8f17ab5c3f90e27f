import { Injectable } from '@nestjs/common';
import {
  refuse,
  type InputOf,
  type Refusal,
  type WorkOrderMaterials,
  type materialRoutes,
} from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import { requireMatch } from '../../platform/http';
import { MaterialOverride } from './material-override';
import { WorkOrderLock } from './work-order-lock';
import { WorkOrderRepository } from './work-order.repository';

/** What a single work order consumes, where that is not what the bill of materials says. */
@Injectable()
export class MaterialOverrideService {
  constructor(
    private readonly database: Database,
    private readonly workOrders: WorkOrderRepository,
    private readonly locks: WorkOrderLock,
    private readonly override: MaterialOverride,
  ) {}

  /** The components of a work order. @returns `thing.unknown` */
  get(plant: string, id: string): Promise<WorkOrderMaterials | Refusal> {
    return this.database.read(plant, (tx) => this.view(tx, id));
  }

  /**
   * Replaces the components of a work order for all pieces that are still to be made: stock is kept anew, parts are made anew.
   * @returns `thing.unknown` · `work-order.closed` · `reference.unknown` · `routing.invalid` · `bom.cycle` · `revision.stale`
   */
  put(
    caller: Caller,
    { params, body }: InputOf<typeof materialRoutes.put>,
  ): Promise<WorkOrderMaterials | Refusal> {
    const id = params.workOrder;
    return this.database.write(caller.plant, async (tx) => {
      if (!(await this.workOrders.find(tx, id))) return refuse('thing.unknown', { kind: 'work order', id });
      const workOrder = await this.locks.take(tx, id);
      const stale = requireMatch(`work order ${id}`, workOrder.revision);
      if (stale) return stale;
      if (workOrder.status !== 'released' && workOrder.status !== 'running')
        return refuse('work-order.closed', { workOrder: id, status: workOrder.status });
      return (await this.override.replace(tx, workOrder, body.lines)) ?? this.view(tx, id);
    });
  }

  private async view(tx: Tx, id: string): Promise<WorkOrderMaterials | Refusal> {
    const workOrder = await this.workOrders.find(tx, id);
    if (!workOrder) return refuse('thing.unknown', { kind: 'work order', id });
    const found = await this.workOrders.materials(tx, id);
    const materials = found.map(({ component, qtyPer, scrapPercent, operationNo, qty, qtyShort }) => ({
      ...{ component, qtyPer, scrapPercent, operationNo, qty, qtyShort },
    }));
    return { workOrder: id, materials, revision: workOrder.revision };
  }
}
