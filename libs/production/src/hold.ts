import { refuse, type OperationStatus, type ProcessLimit, type Refusal } from '@takt/contracts';
import { mayStep } from './life-cycle';
import { operationLife } from './lives';
import type { OperationFacts } from './report-facts';

/** A measurement outside a process limit. */
export interface LimitBreach {
  readonly parameter: string;
  readonly value: number;
  readonly min: number | null;
  readonly max: number | null;
}

/**
 * The limits of an operation that measurements break; a value on the limit is inside. Parameters without a measurement are
 * not judged.
 * @param limits of the operation, named with their unit as in measurements: `oven_c`
 * @param values measurements by name
 */
export function limitBreaches(
  limits: readonly ProcessLimit[],
  values: Readonly<Record<string, number>>,
): LimitBreach[] {
  return limits
    .filter(({ parameter }) => Object.hasOwn(values, parameter))
    .map(({ parameter, min, max }) => ({ parameter, value: values[parameter], min, max }))
    .filter(({ value, min, max }) => (min !== null && value < min) || (max !== null && value > max));
}

/** A breach as a short reason that reads in every language: `oven_c 212 ∉ 180–205`. */
export function breachReason({ parameter, value, min, max }: LimitBreach): string {
  return `${parameter} ${value} ∉ ${min ?? '−∞'}–${max ?? '∞'}`;
}

/**
 * Puts an operation on hold.
 * @returns `operation.illegal-step` when it is done, cancelled or held already
 */
export function decideHold(operation: OperationFacts, reason: string): OperationFacts | Refusal {
  const { id, status } = operation;
  if (!mayStep(operationLife, status, 'hold'))
    return refuse('operation.illegal-step', { operation: id, status, step: 'hold' });
  return { ...operation, status: 'held', holdReason: reason };
}

/**
 * Releases an operation from its hold: paused when it had begun, else ready or waiting.
 * @param missing what it waits for, by `missingFor`
 * @returns `operation.illegal-step` when it is not held
 */
export function decideRelease(
  operation: OperationFacts,
  missing: readonly string[],
): OperationFacts | Refusal {
  const { id, status, startedAt } = operation;
  if (!mayStep(operationLife, status, 'release'))
    return refuse('operation.illegal-step', { operation: id, status, step: 'release' });
  const notBegun: OperationStatus = missing.length > 0 ? 'waiting' : 'ready';
  return { ...operation, status: startedAt === null ? notBegun : 'paused', holdReason: null };
}
