import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, type Refusal } from '@takt/contracts';
import { Exact, decimalText, sum, type GivenUp, type LineWorkOrder } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { ProductionPort, lineName, type LineDemand, type LineKey } from '../order';
import { OpenOutput } from './open-output';
import { PegRepository } from './peg.repository';
import { Releaser } from './releaser';
import { WorkOrderCloser } from './work-order.closer';
import { WorkOrderRepository } from './work-order.repository';

/** Work for order lines: what open work orders make for nobody is used first, then work is released. */
@Injectable()
export class LineProduction extends ProductionPort {
  constructor(
    private readonly workOrders: WorkOrderRepository,
    private readonly pegs: PegRepository,
    private readonly output: OpenOutput,
    private readonly releaser: Releaser,
    private readonly closer: WorkOrderCloser,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  override coming(tx: Tx, line: LineKey): Promise<LineWorkOrder[]> {
    return this.pegs.coming(tx, line);
  }

  override async madeBy(tx: Tx, lines: readonly LineKey[]): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    for (const { workOrder, ...key } of await this.pegs.workOrders(tx, lines))
      found.set(lineName(key), [...(found.get(lineName(key)) ?? []), workOrder]);
    return found;
  }

  override uncovered(tx: Tx, items: readonly string[]): Promise<LineKey[]> {
    return this.pegs.uncovered(tx, items);
  }

  override async make(tx: Tx, demand: LineDemand): Promise<Refusal | null> {
    let left = await this.pegOntoOpenWork(tx, demand);
    if (left.isZero()) return null;
    const { order, line, item, dueAt, weight } = demand;
    const released = await this.releaser.release(tx, item, decimalText(left), {
      ...{ kind: 'make-to-order', order, orderLine: line, dueAt, weight },
      releaseAt: this.clock.now(),
    });
    if (isRefusal(released)) return released;
    for (const { id, qty } of released) {
      const part = Exact.min(left, qty);
      left = left.minus(part);
      if (part.greaterThan(0)) await this.peg(tx, id, demand, part);
    }
    return null;
  }

  override async giveUp(tx: Tx, line: LineKey, parts: readonly GivenUp[]): Promise<void> {
    for (const { id, qty } of [...parts].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      await this.workOrders.lock(tx, id);
      await this.pegs.lessen(tx, { workOrder: id, order: line.order, line: line.line, qty });
      const pegs = await this.pegs.of(tx, id);
      if (!pegs.some((peg) => lineName(peg) === lineName(line))) await this.leave(tx, id, line);
      await this.closer.shrink(tx, id, sum(pegs.map((peg) => peg.qty)));
    }
  }

  override async redate(
    tx: Tx,
    { order, line, dueAt, weight }: Omit<LineDemand, 'item' | 'qty'>,
  ): Promise<void> {
    for (const workOrder of await this.pegs.redate(tx, { order, line }, dueAt, weight))
      tx.announce('work-order.changed', { workOrder, fields: ['pegs'] });
  }

  /** Uses pieces that open work orders make for nobody. @returns what is left to make */
  private async pegOntoOpenWork(tx: Tx, demand: LineDemand): Promise<Exact> {
    let left = new Exact(demand.qty);
    for (const { workOrder, qty } of await this.output.byWorkOrder(tx, demand.item)) {
      if (left.isZero()) break;
      const part = Exact.min(left, qty);
      await this.peg(tx, workOrder, demand, part);
      tx.announce('work-order.changed', { workOrder, fields: ['pegs'] });
      left = left.minus(part);
    }
    return left;
  }

  private peg(tx: Tx, workOrder: string, demand: LineDemand, qty: Exact): Promise<void> {
    const { order, line, dueAt, weight } = demand;
    return this.pegs.add(tx, { workOrder, order, line, qty: decimalText(qty), promiseAt: dueAt, weight });
  }

  /** A line that no longer waits for a work order; the work order is not for it any more. */
  private async leave(tx: Tx, id: string, line: LineKey): Promise<void> {
    await this.pegs.removeEmpty(tx, id, line);
    const workOrder = await this.workOrders.find(tx, id);
    if (workOrder?.order !== line.order || workOrder.orderLine !== line.line) return;
    const [next] = await this.pegs.of(tx, id);
    await this.workOrders.save(tx, {
      ...workOrder,
      order: next?.order ?? null,
      orderLine: next?.line ?? null,
    });
  }
}
