import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import { OnJob } from '../../../platform/queue';
import { PlantRepository } from '../../plant';
import { RollUpService } from './roll-up.service';

/** Figures in the background. */
@Injectable()
export class RollUpJobs {
  constructor(
    private readonly database: Database,
    private readonly plants: PlantRepository,
    private readonly rollUp: RollUpService,
  ) {}

  @OnJob('kpi.roll-up')
  async everywhere(): Promise<void> {
    const plants = await this.database.read('*', (tx) => this.plants.plants(tx));
    for (const { id } of plants) await this.rollUp.catchUp(id);
  }
}
