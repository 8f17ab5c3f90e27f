import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, type InputOf, type Refusal, type movementRoutes } from '@takt/contracts';
import { consume, type Booking, type MovementDraft, type Occasion } from '@takt/inventory';
import { sum } from '@takt/production';
import type { Caller } from '../../platform/context';
import type { Tx } from '../../platform/database';
import { WorkOrderRepository, type WorkOrderState } from '../production';
import { HandCommand } from './hand-command';
import { IssueCheck } from './issue-check';
import { LedgerRepository } from './ledger.repository';
import { PastStock } from './past-stock';
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
    private readonly past: PastStock,
    private readonly check: IssueCheck,
  ) {}

  /**
   * Consumes material for a work order by hand. What happened before is taken from lots that lay there then; what nobody has received
   * goes below zero, visibly.
   * @returns `reference.unknown` · `work-order.closed` · `movement.date` · `lot.other-item` · `stock.short` or `lot.expired` (nothing of the
   * lot is there) · refusals of `checkIssue` · `idempotency.mismatch`, or the ids of its lines
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
        return this.room.gone(tx, { item, lot, needed: body.qty });
      return (
        (await this.check.wrong(tx, body, { workOrder, shelf })) ??
        this.lines(tx, body, { workOrder, shelf, occasion })
      );
    });
  }

  private async lines(
    tx: Tx,
    { qty, lot: scanned, operation, reason }: Body,
    { workOrder, shelf, occasion }: { workOrder: WorkOrderState; shelf: Shelf; occasion: Occasion },
  ): Promise<MovementDraft[] | Refusal> {
    const { id, item: made, lot } = workOrder;
    const product = await this.room.shelf(tx, made, null);
    const { at, cause } = occasion;
    const work = {
      ...{ product: product.item, costing: product.costing, lot, at },
      wip: await this.ledger.lotBalance(tx, made, 'wip', lot),
      cause: { ...cause, workOrder: id, operation: operation ?? null },
    };
    const take = (from: Shelf) => consume([{ ...from, qty, scanned: scanned ?? null }], work, 'issue');
    const [now, then] = [take(shelf), take(await this.past.shelf(tx, shelf, at))];
    const short = await this.past.short(tx, tooYoung(now, then, scanned));
    return short ?? then.movements.map((movement) => ({ ...movement, note: reason }));
  }
}

/** What would have to leave lots that did not hold it then: from the lot that was named, or because the others did not suffice. */
function tooYoung(now: Booking, then: Booking, scanned: string | undefined): MovementDraft[] {
  const missing = ({ shortages }: Booking) => sum(shortages.map((one) => one.missing));
  const fewer = missing(then).greaterThan(missing(now));
  return now.movements.filter(
    ({ kind, lot }) => kind === 'issue' && lot !== null && (fewer || lot === scanned),
  );
}
