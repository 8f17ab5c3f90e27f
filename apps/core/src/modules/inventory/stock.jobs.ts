import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/queue';
import { PlantService } from '../plant';
import { ExpiryService } from './expiry.service';
import { RestatementService } from './restatement.service';

/** Keeps the books on stock right without being asked. */
@Injectable()
export class StockJobs {
  constructor(
    private readonly plants: PlantService,
    private readonly expiry: ExpiryService,
    private readonly restatements: RestatementService,
  ) {}

  @OnJob('stock.expire')
  async expire(): Promise<void> {
    for (const { id } of await this.plants.plants()) await this.expiry.writeOff(id);
  }

  @OnJob('stock.restate')
  async restate(): Promise<void> {
    for (const { id } of await this.plants.plants()) await this.restatements.restate(id);
  }
}
