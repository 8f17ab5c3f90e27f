import { refuse, type Day, type OperationStatus, type Refusal, type WorkerSkill } from '@takt/contracts';
import type { OperationFacts } from './report-facts';

const CLOSED: readonly OperationStatus[] = ['done', 'cancelled'];
const MOVABLE: readonly OperationStatus[] = ['waiting', 'ready', 'paused'];

const illegal = ({ id, status }: OperationFacts, step: string): Refusal =>
  refuse('operation.illegal-step', { operation: id, status, step });

/** May an operation be pinned or let go? @returns `operation.illegal-step` when it is done or cancelled, else null */
export function checkPin(operation: OperationFacts): Refusal | null {
  return CLOSED.includes(operation.status) ? illegal(operation, 'pin') : null;
}

/**
 * May an operation be moved to a station by hand? Only what does not run can be.
 * @returns `operation.illegal-step` · `operation.wrong-station` · null
 */
export function checkMove(operation: OperationFacts, station: string): Refusal | null {
  if (!MOVABLE.includes(operation.status)) return illegal(operation, 'move');
  if (operation.eligible.includes(station)) return null;
  const planned = operation.station ?? operation.eligible.join(', ');
  return refuse('operation.wrong-station', { operation: operation.id, station, planned });
}

/** Somebody who may be assigned. */
export interface SkilledWorker {
  readonly id: string;
  readonly name: string;
  readonly skills: readonly WorkerSkill[];
}

/** Does somebody have a skill on a day? A skill that expires on a day still holds on it. */
export function hasSkill(worker: SkilledWorker, skill: string | null, day: Day): boolean {
  if (skill === null) return true;
  return worker.skills.some((one) => one.skill === skill && (one.expiresOn === null || one.expiresOn >= day));
}

/**
 * May these people do an operation?
 * @param operation as it is
 * @param skill that it needs; null: none
 * @param workers to be assigned
 * @param day today in the plant, `YYYY-MM-DD`
 * @returns `operation.illegal-step` when it is done or cancelled · `worker.unskilled` {worker, skill} · null
 */
export function checkAssignment(
  operation: OperationFacts,
  skill: string | null,
  workers: readonly SkilledWorker[],
  day: Day,
): Refusal | null {
  if (CLOSED.includes(operation.status)) return illegal(operation, 'assign');
  const unskilled = workers.find((worker) => !hasSkill(worker, skill, day));
  return unskilled ? refuse('worker.unskilled', { worker: unskilled.name, skill, id: unskilled.id }) : null;
}
