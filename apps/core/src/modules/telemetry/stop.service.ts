import { Inject, Injectable } from '@nestjs/common';
import {
  isRefusal,
  refuse,
  type InputOf,
  type Refusal,
  type Stop,
  type telemetryRoutes,
} from '@takt/contracts';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import type { PageRequest } from '../../platform/http';
import { WorkerRepository } from '../people';
import { PlantRepository } from '../plant';
import { StopRepository, stopOf, type StopFilter } from './stop.repository';

type Explanation = InputOf<typeof telemetryRoutes.explainStop>['body'];

/** Stops and why they were. */
@Injectable()
export class StopService {
  constructor(
    private readonly database: Database,
    private readonly repository: StopRepository,
    private readonly plants: PlantRepository,
    private readonly workers: WorkerRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One page of stops. */
  page(
    plant: string,
    filter: StopFilter,
    page: PageRequest,
  ): Promise<{ items: Stop[]; nextCursor: string | null }> {
    return this.database.read(plant, (tx) => this.repository.page(tx, filter, page));
  }

  /** Gives a stop its reason. The same command sent again changes nothing. @returns thing.unknown, reference.unknown, stop.open */
  explain(caller: Caller, id: string, body: Explanation): Promise<Stop | Refusal> {
    return this.database.write(caller.plant, async (tx) => {
      const stop = await this.repository.find(tx, id);
      const visible = stop && (caller.stations === null || caller.stations.includes(stop.station));
      if (!visible) return refuse('thing.unknown', { kind: 'stop', id });
      if (stop.explainedWith === body.commandId) return stopOf(stop);
      if (stop.explainedBy !== null && !body.replace)
        return refuse('stop.open', { stop: id, by: stop.explainedBy });
      const wrong = await this.checkReferences(tx, body);
      if (isRefusal(wrong)) return wrong;
      const explained = {
        ...stop,
        reason: body.reason,
        note: body.note,
        explainedBy: body.worker ?? caller.worker ?? caller.id,
        explainedAt: this.clock.date(),
        explainedWith: body.commandId,
      };
      await this.repository.save(tx, explained);
      const { station, line, endAt } = stop;
      tx.announce('stop.changed', { stop: id, station, line, open: endAt === null, explained: true });
      return stopOf(explained);
    });
  }

  private async checkReferences(tx: Tx, { reason, worker }: Explanation): Promise<Refusal | null> {
    const reasons = await this.plants.reasons(tx);
    if (!reasons.some(({ id, kind }) => id === reason && kind === 'stop'))
      return refuse('reference.unknown', { field: 'reason', kind: 'reason', id: reason });
    if (worker !== undefined && !(await this.workers.find(tx, worker)))
      return refuse('reference.unknown', { field: 'worker', kind: 'worker', id: worker });
    return null;
  }
}
