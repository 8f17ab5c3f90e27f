import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, type Refusal } from '@takt/contracts';
import { decideHold, decideRelease, missingFor } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { OperationChanges } from './operation-changes';
import { OperationRepository, type OperationState } from './operation.repository';
import { RunRepository } from './run.repository';
import { Settlement } from './settlement';

/** Puts operations on hold and releases them. */
@Injectable()
export class HoldDesk {
  constructor(
    private readonly operations: OperationRepository,
    private readonly runs: RunRepository,
    private readonly settlement: Settlement,
    private readonly changes: OperationChanges,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Puts an operation on hold; a run under way ends there. Announces `operation.held` and `operation.changed`.
   * @param at when it happened, epoch ms
   * @returns `operation.illegal-step` · null when it is on hold
   */
  async hold(tx: Tx, operation: OperationState, reason: string, at: number): Promise<Refusal | null> {
    const decided = decideHold(operation, reason);
    if (isRefusal(decided)) return decided;
    const saved = await this.operations.save(tx, { ...operation, ...decided });
    const { id, station, workOrder } = saved;
    await this.runs.hold(tx, { operation: id, station, reason, at: Math.min(at, this.clock.now()) });
    await this.runs.derive(tx, id, workOrder);
    tx.announce('operation.held', {
      operation: id,
      station,
      line: await this.changes.lineOf(tx, station),
      reason,
    });
    await this.changes.announce(tx, saved, ['status', 'holdReason']);
    return null;
  }

  /** Releases an operation. @returns `operation.illegal-step` · null when it is released */
  async release(
    tx: Tx,
    operation: OperationState,
    { by, note }: { readonly by: string; readonly note: string },
  ): Promise<Refusal | null> {
    const before = (await this.operations.of(tx, [operation.workOrder])).filter(
      ({ no }) => no < operation.no,
    );
    const awaited = (await this.settlement.awaited(tx, operation.workOrder))(operation.id);
    const decided = decideRelease(operation, missingFor({ previous: before.at(-1) ?? null, ...awaited }));
    if (isRefusal(decided)) return decided;
    const saved = await this.operations.save(tx, { ...operation, ...decided });
    await this.runs.release(tx, operation.id, { at: this.clock.now(), by, note });
    await this.changes.announce(tx, saved, ['status', 'holdReason']);
    return null;
  }
}
