import {
  refuse,
  type InstructionStep,
  type Named,
  type OperationStatus,
  type ProcessLimit,
  type Refusal,
} from '@takt/contracts';
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

/** Answers to a question, as they are stored. */
const answersZh: Readonly<Record<string, string>> = { yes: '是', no: '否' };

const inside = (text: string, name: string): string | undefined =>
  text.startsWith(`${name} `) ? text.slice(name.length + 1) : undefined;

/**
 * The reason of a hold with what people call what was measured, or what a step of the instruction asked for.
 * @param reason as it is stored: the name of a parameter or of a check, and what was found
 * @param limits of the operation
 * @param steps of its instruction
 * @returns null: it begins with none of them, so it is in the words of a person
 */
export function holdWording(
  reason: string,
  limits: readonly ProcessLimit[],
  steps: readonly Pick<InstructionStep, 'capture'>[],
): Named | null {
  const things = [
    ...limits.map(({ parameter, name, nameZh }) => ({
      key: parameter,
      name: name ?? parameter,
      nameZh,
      choices: [],
    })),
    ...steps.flatMap(({ capture }) => (capture ? [{ key: capture.name, ...capture }] : [])),
  ];
  for (const { key, name, nameZh, choices } of things) {
    const found = inside(reason, key);
    if (found === undefined) continue;
    const choice = choices.find((one) => one.name === found);
    const foundZh = choice?.nameZh ?? answersZh[found] ?? found;
    return { name: `${name}: ${found}`, nameZh: `${nameZh ?? name}：${foundZh}` };
  }
  return null;
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
