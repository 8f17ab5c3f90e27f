import type { Operation } from '@takt/contracts';

/** An operation that will not be done when it is due. */
export interface LateOperation {
  readonly operation: Operation;
  /** predicted or planned end, epoch ms; undefined: no plan could place it */
  readonly endMs: number | undefined;
  /** seconds after the due date; of what is not planned: since the due date, or 0 */
  readonly lateSec: number;
}

const SEC_MS = 1000;

function endOf({ predictedEndAt, plannedEndAt, status }: Operation, nowMs: number): number | undefined {
  const text = (status === 'running' ? predictedEndAt : null) ?? plannedEndAt;
  if (text === null) return undefined;
  return Math.max(Date.parse(text), nowMs); // what is not done yet cannot have ended
}

/**
 * Operations that will be done after they are due, the latest first; of each work order the one that is late by itself, which
 * is the first: those after it are late because of it.
 * @param operations open operations
 * @param nowMs factory time, epoch ms
 */
export function lateOperations(operations: readonly Operation[], nowMs: number): readonly LateOperation[] {
  const first = new Map<string, LateOperation>();
  for (const operation of [...operations].sort((a, b) => a.no - b.no)) {
    const endMs = endOf(operation, nowMs);
    const lateSec = Math.max(0, ((endMs ?? nowMs) - Date.parse(operation.dueAt)) / SEC_MS);
    if (lateSec > 0 && !first.has(operation.workOrder))
      first.set(operation.workOrder, { operation, endMs, lateSec });
  }
  return [...first.values()].sort((a, b) => b.lateSec - a.lateSec);
}
