import { Injectable } from '@nestjs/common';
import { isRefusal, type NewCheck, type Refusal } from '@takt/contracts';
import { captureAt, decideCheck, type CheckOutcome } from '@takt/production';
import type { Tx } from '../../platform/database';
import { InstructionRepository, OperationRepository, type OperationState } from '../production';

/** A check as it was judged. */
export interface JudgedCheck extends CheckOutcome {
  readonly unit: string | null;
}

/** What a check is about: an operation, and what the steps of its instruction ask for. */
@Injectable()
export class CheckSubject {
  constructor(
    private readonly operations: OperationRepository,
    private readonly instructions: InstructionRepository,
  ) {}

  /** The operation. */
  find(tx: Tx, id: string): Promise<OperationState | null> {
    return this.operations.find(tx, id);
  }

  /** Judges a check of the operation. @returns `check.invalid`, or what it came to */
  async judge(tx: Tx, { id, limits }: OperationState, check: NewCheck): Promise<JudgedCheck | Refusal> {
    const steps = check.step === undefined ? [] : await this.instructions.steps(tx, id);
    const capture = captureAt(steps, check.step);
    const decided = decideCheck(check, limits, capture);
    if (isRefusal(decided)) return decided;
    return { ...decided, unit: (capture ? capture.unit : check.unit) || null };
  }
}
