import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, type InputOf, type Refusal, type movementRoutes } from '@takt/contracts';
import { checkIssue, consume, type MovementDraft, type Occasion } from '@takt/inventory';
import type { Caller } from '../../platform/context';
import type { Tx } from '../../platform/database';
import { ProductCatalog } from '../product';
import { OperationRepository, WorkOrderRepository, type WorkOrderState } from '../production';
import { HandCommand } from './hand-command';
import { LedgerRepository } from './ledger.repository';
import { StockRoom, type Shelf } from './stock-room';

type Body = InputOf<typeof movementRoutes.issue>['body'];

/** Material that a work order consumes beyond what its bill of materials says. */
@Injectable()
export class IssueService {
  constructor(
    private readonly room: StockRoom,
    private readonly ledger: LedgerRepository,
    private readonly commands: HandCommand,
    private readonly workOrders: WorkOrderRepository,
    private readonly operations: OperationRepository,
    private readonly catalog: ProductCatalog,
  ) {}

  /**
   * Consumes material for a work order by hand.
   * @returns `reference.unknown` · `work-order.closed` · `movement.date` · `lot.other-item` · `stock.short` (nothing of the lot is
   * there) · refusals of `checkIssue` · `idempotency.mismatch`, or the ids of its lines
   */
  issue(tx: Tx, body: Body, caller: Caller): Promise<string[] | Refusal> {
    const { item, lot = null, workOrder: id, reason } = body;
    return this.commands.once(tx, { ...body, kind: 'issue', by: caller.id }, async () => {
      const workOrder = await this.workOrders.lock(tx, id);
      if (!workOrder) return refuse('reference.unknown', { field: 'workOrder', kind: 'work order', id });
      const { status, item: made } = workOrder;
      if (status !== 'released' && status !== 'running')
        return refuse('work-order.closed', { workOrder: id, status });
      const occasion = this.room.occasion(body.at, caller, reason);
      if (isRefusal(occasion)) return occasion;
      await this.ledger.lock(tx, [item, made]);
      const named = await this.room.named(tx, item);
      if (isRefusal(named)) return named;
      const foreign = await this.room.foreignLot(tx, item, lot);
      if (foreign) return foreign;
      const shelf = await this.room.shelf(tx, item, id);
      if (lot !== null && !shelf.lots.some((one) => one.lot === lot))
        return refuse('stock.short', { item, available: '0', needed: body.qty });
      return (await this.wrong(tx, body, { workOrder, shelf })) ?? this.lines(tx, body, { workOrder, shelf, occasion }); // prettier-ignore
    });
  }

  private async wrong(
    tx: Tx,
    { qty, operation }: Body,
    { workOrder, shelf }: { workOrder: WorkOrderState; shelf: Shelf },
  ): Promise<Refusal | null> {
    const { id, item: made } = workOrder;
    const { item, pool } = shelf;
    return checkIssue(
      { item, qty, operation: operation ?? null },
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

  private async lines(
    tx: Tx,
    { qty, lot: scanned, operation, reason }: Body,
    { workOrder, shelf, occasion }: { workOrder: WorkOrderState; shelf: Shelf; occasion: Occasion },
  ): Promise<MovementDraft[]> {
    const { id, item: made, lot } = workOrder;
    const product = await this.room.shelf(tx, made, null);
    const { at, cause } = occasion;
    const work = {
      ...{ product: product.item, costing: product.costing, lot, at },
      wip: await this.ledger.lotBalance(tx, made, 'wip', lot),
      cause: { ...cause, workOrder: id, operation: operation ?? null },
    };
    const { movements } = consume([{ ...shelf, qty, scanned: scanned ?? null }], work, 'issue');
    return movements.map((movement) => ({ ...movement, note: reason }));
  }
}
