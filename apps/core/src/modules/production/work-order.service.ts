import { Inject, Injectable } from '@nestjs/common';
import {
  isRefusal,
  refuse,
  type InputOf,
  type Refusal,
  type ReplyOf,
  type WorkOrder,
  type workOrderRoutes,
} from '@takt/contracts';
import { releasedLots } from '@takt/production';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { requireMatch, type PageRequest } from '../../platform/http';
import { Releaser } from './releaser';
import { WorkOrderCloser } from './work-order.closer';
import { WorkOrderLock } from './work-order-lock';
import type { WorkOrderFilter } from './work-order-list.repository';
import { WorkOrderReader } from './work-order-reader';

/** Work orders: looked at, released to stock, cancelled. */
@Injectable()
export class WorkOrderService {
  constructor(
    private readonly database: Database,
    private readonly reader: WorkOrderReader,
    private readonly releaser: Releaser,
    private readonly locks: WorkOrderLock,
    private readonly closer: WorkOrderCloser,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One page of work orders. */
  page(
    plant: string,
    filter: WorkOrderFilter,
    page: PageRequest & { readonly q?: string | undefined },
  ): Promise<ReplyOf<typeof workOrderRoutes.list>> {
    return this.database.read(plant, (tx) => this.reader.page(tx, filter, page));
  }

  /** One work order with its operations. */
  get(plant: string, id: string): Promise<WorkOrder | Refusal> {
    return this.database.read(plant, (tx) => this.reader.find(tx, id));
  }

  /** Releases work to stock, or takes a work order over from elsewhere. @returns the first work order, and what was made in all */
  create(
    plant: string,
    { item, qty, dueAt, releaseAt, ...rest }: InputOf<typeof workOrderRoutes.create>['body'],
  ): Promise<ReplyOf<typeof workOrderRoutes.create> | Refusal> {
    const imported = rest.kind === 'import';
    return this.database.write(plant, async (tx) => {
      if (imported && rest.id !== undefined && (await this.reader.knows(tx, rest.id)))
        return refuse('thing.exists', { kind: 'work order', id: rest.id });
      const released = await this.releaser.release(tx, item, qty, {
        ...{ kind: rest.kind, weight: rest.weight, order: null, orderLine: null, byPerson: true },
        ...(imported ? { id: rest.id, operations: rest.operations } : {}),
        dueAt: Date.parse(dueAt),
        releaseAt: releaseAt === undefined ? this.clock.now() : Date.parse(releaseAt),
      });
      if (isRefusal(released)) return released;
      const first = await this.reader.find(tx, released[0]?.id ?? '');
      return isRefusal(first) ? first : { ...first, released: releasedLots(qty, released) };
    });
  }

  /** Cancels what has not been done of a work order that the caller has read. */
  cancel(plant: string, { params }: InputOf<typeof workOrderRoutes.cancel>): Promise<WorkOrder | Refusal> {
    const id = params.workOrder;
    return this.database.write(plant, async (tx) => {
      const seen = await this.reader.find(tx, id);
      if (isRefusal(seen)) return seen;
      const workOrder = await this.locks.take(tx, id);
      const refusal =
        requireMatch(`work order ${id}`, workOrder.revision) ?? (await this.closer.cancel(tx, workOrder));
      return refusal ?? this.reader.find(tx, id);
    });
  }
}
