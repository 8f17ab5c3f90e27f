import { Injectable } from '@nestjs/common';
import { settleWorkOrder, type Awaited, type Settlement as Settled } from '@takt/production';
import type { Tx } from '../../platform/database';
import { lineName, type LineKey } from '../order';
import { OperationChanges } from './operation-changes';
import { OperationRepository, type OperationState } from './operation.repository';
import { PegRepository } from './peg.repository';
import type { Ending } from './ports';
import { Shortfall } from './shortfall';
import { WorkOrderRepository, type WorkOrderState } from './work-order.repository';
import { SettlementFollower } from './settlement-follower';

/** Brings work orders into agreement with what their operations have reported, and all that hangs on them. */
@Injectable()
export class Settlement {
  constructor(
    private readonly workOrders: WorkOrderRepository,
    private readonly operations: OperationRepository,
    private readonly pegs: PegRepository,
    private readonly changes: OperationChanges,
    private readonly shortfall: Shortfall,
    private readonly follow: SettlementFollower,
  ) {}

  /** Order lines that a work order concerns, to be locked before it is. */
  async lines(tx: Tx, workOrder: WorkOrderState): Promise<LineKey[]> {
    const { order, orderLine } = workOrder;
    const own: LineKey[] = order === null || orderLine === null ? [] : [{ order, line: orderLine }];
    const pegged = await this.pegs.of(tx, workOrder.id);
    return [...new Map([...pegged, ...own].map((key) => [lineName(key), key])).values()];
  }

  /** What each operation of a work order waits for besides the one before it. */
  async awaited(tx: Tx, workOrder: string): Promise<(operation: string) => Omit<Awaited, 'previous'>> {
    const children = await this.workOrders.children(tx, workOrder);
    const short = (await this.workOrders.materials(tx, workOrder)).filter(({ qtyShort }) => qtyShort !== '0');
    return (operation) => {
      const no = Number(operation.slice(operation.lastIndexOf('.') + 1));
      return {
        feeders: children.filter(({ feedsOperationNo }) => feedsOperationNo === no),
        materials: short.filter(({ operationNo }) => operationNo === no).map(({ component }) => component),
      };
    };
  }

  /** Settles a work order, its parents, and the lines that it makes something for. */
  async settle(tx: Tx, id: string, ending: Ending): Promise<void> {
    const before = await this.workOrders.lock(tx, id);
    if (!before) return;
    const operations = await this.operations.of(tx, [id]);
    const settled = settleWorkOrder({ ...before, operations }, await this.awaited(tx, id));
    const now = await this.saveOperations(tx, operations, settled);
    const after = await this.saveStatus(tx, before, { status: settled.status, operations: now });
    if (before.status === 'released' && after.status === 'running')
      await this.follow.begun(tx, await this.lines(tx, after));
    await this.shortfall.settle(tx, after, now);
    if (after.status === 'released' || after.status === 'running') return;
    const parent = await this.follow.ended(tx, before, after, { qtyGood: settled.qtyGood, ending });
    if (parent !== null) await this.settle(tx, parent, ending);
  }

  private async saveOperations(
    tx: Tx,
    operations: readonly OperationState[],
    settled: Settled,
  ): Promise<OperationState[]> {
    const changes = new Map(settled.operations.map((change) => [change.id, change]));
    const after: OperationState[] = [];
    for (const operation of operations) {
      const change = changes.get(operation.id);
      if (!change) {
        after.push(operation);
        continue;
      }
      const saved = await this.operations.save(tx, { ...operation, ...change });
      await this.changes.announce(tx, saved, ['status', 'qtyTarget']);
      after.push(saved);
    }
    return after;
  }

  private async saveStatus(
    tx: Tx,
    before: WorkOrderState,
    { status, operations }: { status: WorkOrderState['status']; operations: readonly OperationState[] },
  ): Promise<WorkOrderState> {
    const started = operations.flatMap(({ startedAt }) => startedAt ?? []);
    const ended = operations.flatMap(({ endedAt }) => endedAt ?? []);
    const startedAt = started.length > 0 ? Math.min(...started) : null;
    const endedAt = status === 'done' && ended.length > 0 ? Math.max(...ended) : null;
    if (status === before.status && startedAt === before.startedAt && endedAt === before.endedAt)
      return before;
    const after = await this.workOrders.save(tx, { ...before, status, startedAt, endedAt });
    if (status !== before.status)
      tx.announce('work-order.changed', { workOrder: before.id, fields: ['status'] });
    return after;
  }
}
