import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Hold, type InputOf, type Refusal, type qualityRoutes } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { Database } from '../../platform/database';
import { HoldDesk, OperationRepository, WorkOrderLock } from '../production';
import { HoldRepository } from './hold.repository';

/** Puts operations on hold by hand. */
@Injectable()
export class OperationHoldService {
  constructor(
    private readonly database: Database,
    private readonly holds: HoldRepository,
    private readonly operations: OperationRepository,
    private readonly desk: HoldDesk,
    private readonly locks: WorkOrderLock,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Puts an operation on hold. @returns `thing.unknown` · `operation.illegal-step`, or the hold */
  hold(
    caller: Caller,
    { params: { operation: id }, body }: InputOf<typeof qualityRoutes.holdOperation>,
  ): Promise<Hold | Refusal> {
    return this.database.write(caller.plant, async (tx) => {
      const found = await this.operations.find(tx, id);
      if (!found) return refuse('thing.unknown', { kind: 'operation', id });
      await this.locks.take(tx, found.workOrder);
      const operation = (await this.operations.find(tx, id)) ?? found;
      const at = Math.min(this.clock.now(), Date.parse(body.at ?? this.clock.iso()));
      const refusal = await this.desk.hold(tx, operation, body.reason, at);
      return (
        refusal ?? (await this.holds.openOf(tx, id)) ?? refuse('thing.unknown', { kind: 'operation', id })
      );
    });
  }
}
