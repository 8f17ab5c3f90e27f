import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/queue';
import { PlantService } from '../plant';
import { ReplenishmentService } from './replenishment.service';

/** Keeps make-to-stock items in stock. */
@Injectable()
export class ReplenishJobs {
  constructor(
    private readonly plants: PlantService,
    private readonly replenishment: ReplenishmentService,
  ) {}

  @OnJob('stock.replenish')
  async replenish(): Promise<void> {
    for (const { id } of await this.plants.plants()) await this.replenishment.replenish(id);
  }
}
