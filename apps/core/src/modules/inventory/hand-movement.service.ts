import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, refuse, type InputOf, type Refusal, type movementRoutes } from '@takt/contracts';
import {
  balanceOf,
  consume,
  takeBack,
  takeOut,
  transfer,
  type MovementDraft,
  type Occasion,
} from '@takt/inventory';
import { Exact, decimalText, type Amount } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import type { Tx } from '../../platform/database';
import { WorkOrderRepository } from '../production';
import { HandCommand } from './hand-command';
import { LedgerRepository } from './ledger.repository';
import { StockLoss } from './stock-loss';
import { StockRoom } from './stock-room';

type Body<K extends 'transfer' | 'giveBack' | 'issue' | 'scrap'> = InputOf<
  (typeof movementRoutes)[K]
>['body'];

/** Movements by hand of several lines: transfers, returns, issues, write-offs. Each command is carried out once, whole. */
@Injectable()
export class HandMovementService {
  constructor(
    private readonly room: StockRoom,
    private readonly ledger: LedgerRepository,
    private readonly commands: HandCommand,
    private readonly loss: StockLoss,
    private readonly workOrders: WorkOrderRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Moves stock between places. @returns `reference.unknown` · `stock.short` · `idempotency.mismatch`, or the ids of its lines */
  transfer(tx: Tx, body: Body<'transfer'>, caller: Caller): Promise<string[] | Refusal> {
    const { item, lot = null, from, to, qty, reason } = body;
    return this.commands.once(tx, { ...body, kind: 'transfer', by: caller.id }, async () => {
      const there = await this.taking(tx, { item, lot, place: from, qty });
      if (isRefusal(there)) return there;
      return transfer(there, qty, { lot, from, to }, this.occasion(body.at, caller, reason));
    });
  }

  /** Writes stock off. @returns `reference.unknown` · `stock.short` · `idempotency.mismatch`, or the ids of its lines */
  scrap(tx: Tx, body: Body<'scrap'>, caller: Caller): Promise<string[] | Refusal> {
    const { item, lot = null, place, qty, reason } = body;
    return this.commands.once(tx, { ...body, kind: 'scrap', by: caller.id }, async () => {
      const there = await this.taking(tx, { item, lot, place, qty });
      if (isRefusal(there)) return there;
      const taken = [{ lot, place, qty: new Exact(qty) }];
      return takeOut(there, taken, { ...this.occasion(body.at, caller, reason), kind: 'scrap' });
    });
  }

  /** Consumes material for a work order by hand. @returns `reference.unknown` · `work-order.closed` · `idempotency.mismatch`, or the ids */
  issue(tx: Tx, body: Body<'issue'>, caller: Caller): Promise<string[] | Refusal> {
    const { item, lot: scanned = null, qty, workOrder: id, operation = null, reason } = body;
    return this.commands.once(tx, { ...body, kind: 'issue', by: caller.id }, async () => {
      const workOrder = await this.workOrders.lock(tx, id);
      if (!workOrder) return refuse('reference.unknown', { field: 'workOrder', kind: 'work order', id });
      const { status, item: made, lot } = workOrder;
      if (status !== 'released' && status !== 'running')
        return refuse('work-order.closed', { workOrder: id, status });
      await this.ledger.lock(tx, [item, made]);
      if (!(await this.room.valued(tx, item)))
        return refuse('reference.unknown', { field: 'item', kind: 'item', id: item });
      const shelf = await this.room.shelf(tx, item, id);
      if (scanned !== null && !shelf.lots.some((one) => one.lot === scanned))
        return refuse('reference.unknown', { field: 'lot', kind: 'lot', id: scanned });
      const product = await this.room.shelf(tx, made, null);
      const { at, cause } = this.occasion(body.at, caller, reason);
      const work = {
        ...{ product: product.item, costing: product.costing, lot, at },
        wip: await this.ledger.lotBalance(tx, made, 'wip', lot),
        cause: { ...cause, workOrder: id, operation },
      };
      const { movements } = consume([{ ...shelf, qty, scanned }], work, 'issue');
      return movements.map((movement) => ({ ...movement, note: reason }));
    });
  }

  /** Takes goods back from a customer. @returns `reference.unknown` · `stock.short` · `idempotency.mismatch`, or the ids of its lines */
  async giveBack(tx: Tx, body: Body<'giveBack'>, caller: Caller): Promise<string[] | Refusal> {
    const { order, line, qty, reason } = body;
    const key = { order, line };
    const [first] = await this.ledger.shipped(tx, key);
    if (!first)
      return refuse('reference.unknown', { field: 'line', kind: 'order line', id: `${order}/${line}` });
    const command = { ...body, item: first.item, kind: 'return' as const, by: caller.id };
    return this.commands.once(tx, command, async () => {
      await this.ledger.lock(tx, [first.item]);
      const shipped = await this.ledger.shipped(tx, key);
      const lot = body.lot ?? shipped.filter(({ kind }) => kind === 'shipment').at(-1)?.lot ?? null;
      const lines = shipped.filter((one) => one.lot === lot);
      const last = lines.at(-1);
      if (!last) return refuse('reference.unknown', { field: 'lot', kind: 'lot', id: lot ?? '—' });
      const out = balanceOf(lines);
      // Nothing is left out there: the balance is 0, and 0 has no sign.
      const shipment = { ...last, qty: decimalText(out.qty), value: decimalText(out.value) };
      const draft = takeBack(shipment, qty, this.occasion(body.at, caller, reason));
      return isRefusal(draft) ? draft : [draft];
    });
  }

  /** What lies in a lot at a place, locked, with the lines for which some of it is kept. */
  private async taking(
    tx: Tx,
    {
      item,
      lot,
      place,
      qty,
    }: { item: string; lot: string | null; place: MovementDraft['place']; qty: Amount },
  ) {
    await this.loss.lockLines(tx, item);
    await this.ledger.lock(tx, [item]);
    const valued = await this.room.valued(tx, item);
    if (!valued) return refuse('reference.unknown', { field: 'item', kind: 'item', id: item });
    const there = await this.ledger.lotBalance(tx, item, place, lot ?? '');
    if (there.qty.greaterThanOrEqualTo(qty)) return valued;
    return refuse('stock.short', { item, available: decimalText(there.qty), needed: decimalText(qty) });
  }

  private occasion(at: string | undefined, { worker }: Caller, note: string): Occasion {
    const now = this.clock.now();
    return { at: at === undefined ? now : Math.min(now, Date.parse(at)), cause: { worker }, note };
  }
}
