import type { Tx } from '../../platform/database';

/** Knows the skills that operations may ask for. The module of people provides it. */
export abstract class SkillRegister {
  /** Which of these ids are skills of the plant. */
  abstract known(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>>;
}
