import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '@takt/calendar';
import { refuse, type InputOf, type Operation, type Refusal, type operationRoutes } from '@takt/contracts';
import { checkAssignment, type SkilledWorker } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { WorkerRepository } from '../people';
import { PlantRepository } from '../plant';
import { OperationChanges } from './operation-changes';
import { OperationRepository, type OperationState } from './operation.repository';
import { OperationService } from './operation.service';

/** Assigns people to operations. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly service: OperationService,
    private readonly operations: OperationRepository,
    private readonly workers: WorkerRepository,
    private readonly plants: PlantRepository,
    private readonly changes: OperationChanges,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Assigns people, instead of those who were. */
  assign(
    plant: string,
    { params, body }: InputOf<typeof operationRoutes.assign>,
  ): Promise<Operation | Refusal> {
    return this.service.change(plant, params.operation, (tx, operation) =>
      this.decide(tx, operation, [...new Set(body.workers)]),
    );
  }

  private async decide(tx: Tx, operation: OperationState, ids: readonly string[]): Promise<Refusal | null> {
    const workers: SkilledWorker[] = [];
    for (const id of ids) {
      const worker = await this.workers.find(tx, id);
      if (!worker?.active) return refuse('reference.unknown', { field: 'workers', kind: 'worker', id });
      workers.push(worker);
    }
    const zone = (await this.plants.plant(tx))?.timeZone ?? 'UTC';
    const day = dayOf(this.clock.now(), zone);
    const refusal = checkAssignment(operation, operation.skill, workers, day);
    if (refusal) return refusal;
    const saved = await this.operations.save(tx, { ...operation, workers: ids });
    await this.changes.announce(tx, saved, ['workers']);
    return null;
  }
}
