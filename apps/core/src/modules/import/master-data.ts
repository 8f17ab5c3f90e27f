import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { ShiftRepository, SkillRepository, WorkerRepository } from '../people';
import { PlantRepository } from '../plant';
import type { Writes } from './check';
import { ProductStore } from './product-store';
import { listed, type Known } from './world';

/** Reads and writes the master data of a plant as a whole. */
@Injectable()
export class MasterData {
  constructor(
    private readonly plants: PlantRepository,
    private readonly skills: SkillRepository,
    private readonly shifts: ShiftRepository,
    private readonly workers: WorkerRepository,
    private readonly products: ProductStore,
  ) {}

  /** What the plant has. */
  async read(tx: Tx): Promise<Known> {
    const plant = await this.plants.plant(tx);
    return {
      timeZone: plant?.timeZone ?? 'UTC',
      skills: listed(await this.skills.all(tx)),
      reasons: listed(await this.plants.reasons(tx)),
      shifts: listed(await this.shifts.patterns(tx)),
      lines: listed(await this.plants.lines(tx)),
      stations: listed(await this.plants.allStations(tx)),
      workers: listed(await this.workers.all(tx)),
      ...(await this.products.read(tx)),
    };
  }

  /** Writes new and changed things, each kind behind those it refers to. */
  async write(tx: Tx, writes: Writes): Promise<void> {
    await this.skills.putMany(tx, writes.skills);
    await this.plants.putReasons(tx, writes.reasons);
    await this.shifts.putPatterns(tx, writes.shifts);
    await this.plants.putLines(tx, writes.lines);
    await this.products.putChangeovers(tx, writes.changeovers);
    await this.plants.putStations(tx, writes.stations);
    await this.workers.putMany(tx, writes.workers);
    await this.products.write(tx, writes);
  }
}
