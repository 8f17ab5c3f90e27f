import { statusOf, type ErrorCode, type Facts, type Fault, type Refusal } from '@takt/contracts';

/** A refusal on its way to the caller. Only the HTTP and socket edges throw it; services return refusals as values. */
export class ProblemException extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly facts: Facts = {},
    readonly faults: readonly Fault[] = [],
  ) {
    super(code);
    this.status = statusOf(code);
  }

  /** From the faults of a request, which has one or more. */
  static ofFaults(faults: readonly Fault[]): ProblemException {
    const [first] = faults;
    return new ProblemException('request.invalid', { first: `${first?.path}: ${first?.message}` }, faults);
  }

  /** From a refusal that a service returned. */
  static of(refusal: Refusal): ProblemException {
    return new ProblemException(refusal.code, refusal.facts);
  }
}
