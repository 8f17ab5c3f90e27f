import type { Refusal } from '@takt/contracts';
import type { Tx } from '../../platform/database';

/** Knows the changeover matrices that stations may use. The module of products provides it. */
export abstract class StationChangeovers {
  /**
   * Checks the matrix that a station is about to use.
   * @param matrix id, or null for none
   * @returns reference.unknown · routing.invalid when a routing needs a family at the station that the matrix lacks · null
   */
  abstract checkStation(tx: Tx, station: string, matrix: string | null): Promise<Refusal | null>;
}
