import type { Tx } from '../../platform/database';

/** Knows the shift patterns that lines may use. The module of people provides it. */
export abstract class ShiftPatterns {
  /** Is there a pattern with this id? */
  abstract has(tx: Tx, id: string): Promise<boolean>;
}
