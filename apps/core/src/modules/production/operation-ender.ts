import { Injectable } from '@nestjs/common';
import { currentCaller } from '../../platform/context';
import type { Tx } from '../../platform/database';
import { OperationChanges } from './operation-changes';
import { OperationRepository, type OperationState } from './operation.repository';
import { RunRepository } from './run.repository';

/** Ends operations that nobody will report as ended. */
@Injectable()
export class OperationEnder {
  constructor(
    private readonly operations: OperationRepository,
    private readonly runs: RunRepository,
    private readonly changes: OperationChanges,
  ) {}

  /** The operations of a work order, by number. */
  of(tx: Tx, workOrder: string): Promise<OperationState[]> {
    return this.operations.of(tx, [workOrder]);
  }

  /** Cancels an operation; a run under way ends now. */
  async cancel(tx: Tx, operation: OperationState, now: number): Promise<void> {
    const { id, station, status, workOrder } = operation;
    const saved = await this.operations.save(tx, { ...operation, status: 'cancelled', pinned: false });
    if (status === 'running') {
      await this.runs.hold(tx, { operation: id, station, reason: 'cancelled', at: now });
      await this.runs.release(tx, id, { at: now, by: currentCaller(tx.plant).id, note: '' });
      await this.runs.derive(tx, id, workOrder);
    }
    await this.changes.announce(tx, saved, ['status']);
  }
}
