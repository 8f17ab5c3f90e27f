import { Injectable } from '@nestjs/common';
import { refuse, type Refusal, type ReplyOf, type WorkOrder, type workOrderRoutes } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import type { PageRequest } from '../../platform/http';
import { OperationViewRepository } from './operation-view.repository';
import { WorkOrderListRepository, workOrderView, type WorkOrderFilter } from './work-order-list.repository';
import { WorkOrderRepository } from './work-order.repository';

/** Work orders as callers see them. */
@Injectable()
export class WorkOrderReader {
  constructor(
    private readonly workOrders: WorkOrderRepository,
    private readonly lists: WorkOrderListRepository,
    private readonly views: OperationViewRepository,
  ) {}

  /** One work order with its operations. @returns `thing.unknown` */
  async find(tx: Tx, id: string): Promise<WorkOrder | Refusal> {
    const state = await this.workOrders.find(tx, id);
    if (!state) return refuse('thing.unknown', { kind: 'work order', id });
    return { ...workOrderView(state), operations: await this.views.of(tx, id) };
  }

  /** Is there a work order with this number? */
  async knows(tx: Tx, id: string): Promise<boolean> {
    return (await this.workOrders.find(tx, id)) !== null;
  }

  /** One page. */
  page(
    tx: Tx,
    filter: WorkOrderFilter,
    page: PageRequest & { readonly q?: string | undefined },
  ): Promise<ReplyOf<typeof workOrderRoutes.list>> {
    return this.lists.page(tx, filter, page);
  }
}
