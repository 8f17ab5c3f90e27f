import { Injectable } from '@nestjs/common';
import { refuse, type InputOf, type Operation, type Refusal, type operationRoutes } from '@takt/contracts';
import { checkMove } from '@takt/production';
import type { Caller } from '../../platform/context';
import { Database } from '../../platform/database';
import { requireMatch } from '../../platform/http';
import { OperationRepository } from './operation.repository';
import { OperationService } from './operation.service';
import { MovePort } from './ports';

/** Moves operations by hand: a new version of the plan, made by the module of scheduling. */
@Injectable()
export class MoveService {
  constructor(
    private readonly database: Database,
    private readonly operations: OperationRepository,
    private readonly service: OperationService,
    private readonly plan: MovePort,
  ) {}

  /** Moves an operation to a station and time. */
  async move(
    caller: Caller,
    { params, body }: InputOf<typeof operationRoutes.move>,
  ): Promise<Operation | Refusal> {
    const { plant } = caller;
    const id = params.operation;
    const refusal = await this.database.read(plant, async (tx) => {
      const operation = await this.operations.find(tx, id);
      if (!operation) return refuse('thing.unknown', { kind: 'operation', id });
      return requireMatch(`operation ${id}`, operation.revision) ?? checkMove(operation, body.station);
    });
    if (refusal) return refusal;
    const { station, startAt, evenFrozen } = body;
    const move = { operation: id, station, startAt: Date.parse(startAt), evenFrozen };
    return (await this.plan.move(plant, move, caller)) ?? this.service.get(plant, id);
  }
}
