import type { Caller } from '../../platform/context';
import type { Tx } from '../../platform/database';

/** Lets whoever sets a plant up into it. The module of access provides it. */
export abstract class PlantFounder {
  /**
   * The caller becomes an administrator of the new plant, with the same log-in.
   * @param tx of the whole installation
   */
  abstract admit(tx: Tx, plant: string, caller: Caller): Promise<void>;
}
