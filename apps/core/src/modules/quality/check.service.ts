import { Inject, Injectable } from '@nestjs/common';
import {
  isRefusal,
  refuse,
  type Check,
  type InputOf,
  type Refusal,
  type qualityRoutes,
} from '@takt/contracts';
import { breachReason } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import { HoldDesk, WorkOrderLock, type OperationState } from '../production';
import { CheckSubject } from './check-subject';
import { CheckRepository } from './check.repository';

type Input = InputOf<typeof qualityRoutes.check>;

/** Records what people check while they work; what is outside its limits stops the operation. */
@Injectable()
export class CheckService {
  constructor(
    private readonly database: Database,
    private readonly checks: CheckRepository,
    private readonly subject: CheckSubject,
    private readonly locks: WorkOrderLock,
    private readonly holds: HoldDesk,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Records a check, once per command. @returns `thing.unknown` · `check.invalid` · `idempotency.mismatch`, or the check */
  record(caller: Caller, { params, body }: Input): Promise<Check | Refusal> {
    return this.database.write(caller.plant, async (tx) => {
      const found = await this.subject.find(tx, params.operation);
      if (!found) return refuse('thing.unknown', { kind: 'operation', id: params.operation });
      const { lot } = await this.locks.take(tx, found.workOrder);
      const kept = await this.checks.find(tx, body.commandId);
      if (kept) return repeated(kept, params.operation, body);
      const operation = (await this.subject.find(tx, params.operation)) ?? found;
      const decided = await this.subject.judge(tx, operation, body);
      if (isRefusal(decided)) return decided;
      const at = Math.min(this.clock.now(), Date.parse(body.at ?? this.clock.iso()));
      const check = await this.checks.add(tx, {
        ...{ id: body.commandId, operation: operation.id, workOrder: operation.workOrder, lot },
        ...{ step: body.step ?? null, name: body.name, kind: body.kind, note: body.note },
        ...decided,
        worker: body.worker ?? caller.worker,
        station: body.station ?? operation.station,
        at: new Date(at),
        recordedAt: this.clock.date(),
        recordedBy: caller.id,
      });
      if (!check.within) await this.stop(tx, operation, check);
      return check;
    });
  }

  /** An operation that cannot be held any more keeps the check; the lot shows it. */
  private async stop(tx: Tx, operation: OperationState, { name, value, min, max }: Check): Promise<void> {
    const reason =
      min === null && max === null
        ? `${name} ${value}`
        : breachReason({ parameter: name, value: Number(value), min, max });
    await this.holds.hold(tx, operation, reason, this.clock.now());
  }
}

function repeated(
  kept: Check,
  operation: string,
  { commandId, name, value }: Input['body'],
): Check | Refusal {
  const same = kept.operation === operation && kept.name === name && kept.value === value;
  return same ? kept : refuse('idempotency.mismatch', { key: commandId });
}
