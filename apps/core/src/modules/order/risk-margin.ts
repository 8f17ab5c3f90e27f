import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { PlantRepository } from '../plant';

const SEC_MS = 1000;

/**
 * Slack below which a line is at risk: the frozen zone of the plant, in which the plan no longer moves by itself, so that a line
 * with less slack cannot be rescued without a person.
 */
@Injectable()
export class RiskMargin {
  constructor(private readonly plants: PlantRepository) {}

  /** The slack in ms. */
  async ms(tx: Tx): Promise<number> {
    return ((await this.plants.plant(tx))?.frozenSec ?? 0) * SEC_MS;
  }
}
