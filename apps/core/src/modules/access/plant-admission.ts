import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Caller } from '../../platform/context';
import type { Tx } from '../../platform/database';
import { PlantFounder } from '../plant';
import { AccessRepository } from './access.repository';

/** Who sets a plant up has the same log-in there: nobody else could let anybody in. */
@Injectable()
export class PlantAdmission extends PlantFounder {
  constructor(private readonly repository: AccessRepository) {
    super();
  }

  override async admit(tx: Tx, plant: string, caller: Caller): Promise<void> {
    const row = await this.repository.userIn(tx, caller.plant, caller.id);
    if (row) await this.repository.saveUser(tx, { ...row, plant, id: uuid(), worker: null, revision: 1 });
  }
}
