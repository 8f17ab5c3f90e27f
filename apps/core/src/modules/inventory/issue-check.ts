import { Injectable } from '@nestjs/common';
import type { InputOf, Refusal, movementRoutes } from '@takt/contracts';
import { checkIssue } from '@takt/inventory';
import type { Tx } from '../../platform/database';
import { ProductCatalog } from '../product';
import { OperationRepository, WorkOrderRepository, type WorkOrderState } from '../production';
import type { Shelf } from './stock-room';

type Body = InputOf<typeof movementRoutes.issue>['body'];

/** Checks what is issued by hand against its work order. */
@Injectable()
export class IssueCheck {
  constructor(
    private readonly workOrders: WorkOrderRepository,
    private readonly operations: OperationRepository,
    private readonly catalog: ProductCatalog,
  ) {}

  /** @returns refusals of `checkIssue` · null */
  async wrong(
    tx: Tx,
    { qty, operation, reason }: Pick<Body, 'qty' | 'operation' | 'reason'>,
    { workOrder, shelf }: { workOrder: WorkOrderState; shelf: Shelf },
  ): Promise<Refusal | null> {
    const { id, item: made } = workOrder;
    const { item, pool } = shelf;
    return checkIssue(
      { item, qty, operation: operation ?? null, reason },
      {
        workOrder: id,
        made,
        operations: (await this.operations.of(tx, [id])).map((one) => one.id),
        materials: await this.workOrders.materials(tx, id),
        onHand: pool.qty,
        boms: (await this.catalog.below(tx, [item.id])).boms,
      },
    );
  }
}
