import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import { OnJob } from '../../platform/queue';
import { Derivation } from './derivation.service';
import { Deriver } from './deriver';
import { Upkeep } from './upkeep.service';

/** Stations that are looked after in one transaction. */
const MOST = 500;

/** What happens at stations although nothing is said, and the upkeep of the tables. */
@Injectable()
export class TelemetryJobs {
  constructor(
    private readonly database: Database,
    private readonly derivation: Derivation,
    private readonly deriver: Deriver,
    private readonly upkeep: Upkeep,
  ) {}

  @OnJob('telemetry.silence')
  async silence(): Promise<void> {
    // batches whose process has died
    await this.deriver.idle();
    while ((await this.database.write('*', (tx) => this.derivation.settle(tx, MOST))) === MOST);
    await this.database.write('*', (tx) => this.derivation.tellRest(tx, MOST));
  }

  @OnJob('telemetry.maintain')
  async maintain(): Promise<void> {
    await this.upkeep.openPartitions();
    await this.upkeep.clean();
  }
}
