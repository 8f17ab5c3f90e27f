import { Injectable } from '@nestjs/common';
import { isRefusal, type Plant, type Terminal, type User, type Worker } from '@takt/contracts';
import { Database } from '../../platform/database';
import { WorkerRepository } from '../people';
import { PlantService } from '../plant';
import type { SessionEntity } from './access.entity';
import { AccessRepository } from './access.repository';

/** A log-in with all that decides what it may do. */
export interface SessionFacts {
  readonly session: SessionEntity;
  readonly user: User | null;
  readonly worker: Worker | null;
  readonly terminal: Terminal | null;
}

/** Reads what a log-in stands for. */
@Injectable()
export class SessionFactsReader {
  constructor(
    private readonly database: Database,
    private readonly repository: AccessRepository,
    private readonly workers: WorkerRepository,
    private readonly plants: PlantService,
  ) {}

  /** A log-in with its user, worker and screen; null when there is none. */
  read(plant: string, session: string): Promise<SessionFacts | null> {
    return this.database.read(plant, async (tx) => {
      const facts = await this.repository.session(tx, session);
      if (!facts) return null;
      const worker = facts.session.worker === null ? null : await this.workers.find(tx, facts.session.worker);
      return { ...facts, worker };
    });
  }

  /** The plant of a log-in. */
  async plant(id: string): Promise<Plant> {
    const plant = await this.plants.plant(id);
    if (isRefusal(plant)) throw new Error(`plant ${id} is gone`);
    return plant;
  }
}
