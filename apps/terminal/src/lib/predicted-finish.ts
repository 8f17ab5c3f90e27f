import type { Operation } from '@takt/contracts';

/** When an operation will be done, as far as it can be told at the station. */
export interface PredictedFinish {
  /** epoch ms */
  readonly atMs: number;
  /** from what has been made so far, from core's last estimate, or only from the plan; `passed`: it should have been done then */
  readonly from: 'pace' | 'core' | 'plan' | 'passed';
}

const SEC_MS = 1000;

/**
 * When an operation will be done. Core's estimate was made at the last report: one that lies in the past is made anew from
 * what is left at the planned pace.
 * @param operation the operation
 * @param nowMs factory time, epoch ms
 * @returns undefined: nothing is known
 */
export function predictedFinish(operation: Operation, nowMs: number): PredictedFinish | undefined {
  const { status, predictedEndAt, plannedEndAt, qtyTarget, qtyGood, runSecPerUnit } = operation;
  if (status === 'running') {
    const estimate = predictedEndAt === null ? Number.NaN : Date.parse(predictedEndAt);
    if (estimate >= nowMs) return { atMs: estimate, from: 'core' };
    const left = Math.max(0, Number(qtyTarget) - Number(qtyGood));
    return { atMs: nowMs + left * runSecPerUnit * SEC_MS, from: 'pace' };
  }
  if (plannedEndAt === null) return undefined;
  const atMs = Date.parse(plannedEndAt);
  return { atMs, from: atMs < nowMs ? 'passed' : 'plan' };
}
