import { Inject, Injectable } from '@nestjs/common';
import { isRefusal } from '@takt/contracts';
import { decimalText, freeOutput, notBelowZero, servePegs, sum, trimPegs, type Peg } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { lineName } from '../order';
import type { OperationState } from './operation.repository';
import { PegRepository, type WeightedPeg } from './peg.repository';
import { Releaser } from './releaser';
import { WorkOrderRepository, type WorkOrderState } from './work-order.repository';

/** Makes good what a work order can no longer deliver: pieces are repaired, lines are covered elsewhere. */
@Injectable()
export class Shortfall {
  constructor(
    private readonly pegs: PegRepository,
    private readonly workOrders: WorkOrderRepository,
    private readonly releaser: Releaser,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Takes from the lines what the work order will not make; `order.short` says that they need it from elsewhere. */
  async settle(tx: Tx, workOrder: WorkOrderState, operations: readonly OperationState[]): Promise<void> {
    const lost = await this.trim(tx, workOrder, expectedOf(workOrder, operations));
    if (workOrder.status === 'cancelled' || workOrder.kind === 'import') return;
    const repaired = await this.repair(tx, workOrder, { operations, lost });
    const keys = new Map([...lost, ...repaired].map((peg) => [lineName(peg), peg]));
    for (const { order, line } of keys.values()) tx.announce('order.short', { order, line });
  }

  private async trim(tx: Tx, workOrder: WorkOrderState, expected: string): Promise<readonly Peg[]> {
    const { lost } = trimPegs(await this.pegs.of(tx, workOrder.id), expected);
    for (const peg of lost) await this.pegs.lessen(tx, peg);
    return lost;
  }

  /** Releases work for the pieces that finished operations set aside for rework. @returns the lines that it is for */
  private async repair(
    tx: Tx,
    workOrder: WorkOrderState,
    { operations, lost }: { operations: readonly OperationState[]; lost: readonly Peg[] },
  ): Promise<readonly Peg[]> {
    const ended = operations.filter(({ status, qtyRework }) => status === 'done' && qtyRework !== '0');
    if (ended.length === 0) return [];
    const children = await this.workOrders.children(tx, workOrder.id);
    const begun = children.filter(({ kind, status }) => kind === 'rework' && status !== 'cancelled');
    const due = notBelowZero(
      sum(ended.map(({ qtyRework }) => qtyRework)).minus(sum(begun.map(({ qty }) => qty))),
    );
    if (due.isZero()) return [];
    const { item, order, orderLine, dueAt, weight, id } = workOrder;
    const released = await this.releaser.release(tx, item, decimalText(due), {
      ...{ order, orderLine, dueAt, weight, kind: 'rework', releaseAt: this.clock.now(), parent: id },
      operations: operations.map(({ no }) => no).filter((no) => no >= (ended[0]?.no ?? 0)),
    });
    if (isRefusal(released)) return [];
    const { served } = servePegs(lost, due);
    for (const one of released.slice(0, 1))
      for (const peg of served as readonly WeightedPeg[])
        await this.pegs.add(tx, { ...peg, workOrder: one.id });
    return served;
  }
}

/** Good pieces that a work order will still make: what its last operation is to make, less what it has made. */
export function expectedOf(workOrder: WorkOrderState, operations: readonly OperationState[]): string {
  const last = operations.at(-1);
  const open = workOrder.status === 'released' || workOrder.status === 'running';
  if (!open || last === undefined || last.status === 'done' || last.status === 'cancelled') return '0';
  return decimalText(freeOutput([{ qty: last.qtyGood }], last.qtyTarget));
}
