import { Injectable } from '@nestjs/common';
import {
  refuse,
  type InputOf,
  type Operation,
  type Refusal,
  type ReplyOf,
  type operationRoutes,
} from '@takt/contracts';
import { checkPin } from '@takt/production';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import { requireMatch, type PageRequest } from '../../platform/http';
import { HoldDesk } from './hold-desk';
import { OperationChanges } from './operation-changes';
import { OperationViewRepository, type OperationFilter } from './operation-view.repository';
import { OperationRepository, type OperationState } from './operation.repository';
import { WorkOrderLock } from './work-order-lock';

/** What a person does to an operation besides reporting. */
type Deed = (tx: Tx, operation: OperationState) => Promise<Refusal | null>;

/** Operations: looked at, pinned, released from a hold. */
@Injectable()
export class OperationService {
  constructor(
    private readonly database: Database,
    private readonly views: OperationViewRepository,
    private readonly operations: OperationRepository,
    private readonly locks: WorkOrderLock,
    private readonly changes: OperationChanges,
    private readonly holds: HoldDesk,
  ) {}

  /** One operation. */
  get(plant: string, id: string): Promise<Operation | Refusal> {
    return this.database.read(plant, async (tx) => (await this.views.find(tx, id)) ?? unknown(id));
  }

  /** One page of operations. */
  page(
    plant: string,
    filter: OperationFilter,
    page: PageRequest & { readonly q?: string | undefined },
  ): Promise<ReplyOf<typeof operationRoutes.list>> {
    return this.database.read(plant, (tx) => this.views.page(tx, filter, page));
  }

  /** Keeps an operation at its station and time, or lets it go. */
  pin(plant: string, { params, body }: InputOf<typeof operationRoutes.pin>): Promise<Operation | Refusal> {
    return this.change(plant, params.operation, async (tx, operation) => {
      const refusal = checkPin(operation);
      if (refusal) return refusal;
      const saved = await this.operations.save(tx, { ...operation, pinned: body.pinned });
      await this.changes.announce(tx, saved, ['pinned']);
      return null;
    });
  }

  /** Releases an operation from its hold. */
  release(
    caller: Caller,
    { params, body }: InputOf<typeof operationRoutes.release>,
  ): Promise<Operation | Refusal> {
    return this.change(caller.plant, params.operation, (tx, operation) =>
      this.holds.release(tx, operation, { by: caller.id, note: body.note }),
    );
  }

  /** Changes an operation that the caller has read: of two, one wins. */
  change(plant: string, id: string, deed: Deed): Promise<Operation | Refusal> {
    return this.database.write(plant, async (tx) => {
      const seen = await this.operations.find(tx, id);
      if (!seen) return unknown(id);
      await this.locks.take(tx, seen.workOrder);
      const operation = (await this.operations.find(tx, id)) ?? seen;
      const refusal = requireMatch(`operation ${id}`, operation.revision) ?? (await deed(tx, operation));
      return refusal ?? (await this.views.find(tx, id)) ?? unknown(id);
    });
  }
}

const unknown = (id: string): Refusal => refuse('thing.unknown', { kind: 'operation', id });
