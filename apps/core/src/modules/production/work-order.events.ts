import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '@takt/contracts';
import { arrivedItems, urgencyOf } from '@takt/production';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database';
import { OnEvent, OnEvents, type AnyEvent } from '../../platform/outbox';
import { MaterialCover } from './material-cover';
import { PegRepository } from './peg.repository';
import { Settlement } from './settlement';
import { WorkOrderRepository } from './work-order.repository';

/** What happens to work orders because of orders and stock. */
@Injectable()
export class WorkOrderEvents {
  constructor(
    private readonly database: Database,
    private readonly workOrders: WorkOrderRepository,
    private readonly pegs: PegRepository,
    private readonly materials: MaterialCover,
    private readonly settlement: Settlement,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Lines that wait for a work order have come, gone, or moved their promise: its due date and weight follow. */
  @OnEvent('work-order.changed')
  async pegged({ plant, payload }: DomainEvent<'work-order.changed'>): Promise<void> {
    if (payload.fields.includes('pegs'))
      await this.database.write(plant, (tx) => this.followPegs(tx, payload.workOrder));
  }

  /** Stock has come in: work orders that lack it get it, and may begin. */
  @OnEvents('stock.moved')
  async arrived(plant: string, events: readonly AnyEvent<'stock.moved'>[]): Promise<void> {
    const items = arrivedItems(events.map(({ payload }) => payload));
    if (items.length === 0) return;
    const lacking = await this.database.read(plant, (tx) => this.workOrders.lackingOf(tx, items));
    for (const item of lacking)
      await this.database.write(plant, async (tx) => {
        const ending = { report: null, at: this.clock.now(), by: 'takt' };
        for (const id of await this.materials.arrived(tx, item)) await this.settlement.settle(tx, id, ending);
      });
  }

  private async followPegs(tx: Tx, id: string): Promise<void> {
    const workOrder = await this.workOrders.lock(tx, id);
    if (workOrder?.status !== 'released' && workOrder?.status !== 'running') return;
    const { dueAt, weight } = urgencyOf(workOrder, await this.pegs.of(tx, id));
    if (dueAt === workOrder.dueAt && weight === workOrder.weight) return;
    await this.workOrders.save(tx, { ...workOrder, dueAt, weight });
    tx.announce('work-order.changed', { workOrder: id, fields: ['dueAt'] });
  }
}
