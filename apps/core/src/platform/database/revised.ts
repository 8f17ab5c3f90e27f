import type { DeepPartial, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Refusal } from '@takt/contracts';
import type { Tx } from './tx';

/** A thing whose every change counts its revision up. */
export interface Revised extends ObjectLiteral {
  revision: number;
}

/** What {@link putRevised} writes. */
export interface RevisedWrite<E extends Revised> {
  readonly entity: EntityTarget<E>;
  /** columns of the primary key */
  readonly key: FindOptionsWhere<E>;
  /** all other columns, without the revision */
  readonly values: DeepPartial<E>;
  /** refuses when the caller has read another revision; null stands for "it is new" */
  readonly check: (stored: E | null) => Refusal | null;
}

/**
 * Creates a thing, or replaces it when the caller has read its newest revision. The row is locked until the commit, so
 * that of two writers one wins and the other is refused.
 * @returns what is stored now, or the refusal of `check`
 */
export async function putRevised<E extends Revised>(tx: Tx, write: RevisedWrite<E>): Promise<E | Refusal> {
  tx.forgetMasters();
  const repository = tx.of(write.entity);
  const stored = await repository.findOne({ where: write.key, lock: { mode: 'pessimistic_write' } });
  const refusal = write.check(stored);
  if (refusal) return refusal;
  const revision = (stored?.revision ?? 0) + 1;
  return repository.save(
    repository.create({ ...(write.key as object), ...(write.values as object), revision } as DeepPartial<E>),
  );
}
