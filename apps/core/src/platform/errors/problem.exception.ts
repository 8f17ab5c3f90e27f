import { statusOf, type ErrorCode, type Facts, type Fault, type Refusal } from '@takt/contracts';

const VALUE_SHOWN = 60;

/** A fault as a sentence shows it: a long value is cut, a whole object is not repeated. */
export function tell({ path: field, message, value }: Fault): Facts {
  if (value === undefined || /^[{[]/.test(value)) return { first: `${field}: ${message}`, field };
  const short = value.length > VALUE_SHOWN ? `${value.slice(0, VALUE_SHOWN)}…` : value;
  return { first: `${field} "${short}": ${message}`, field, value: short };
}

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

  /** From the faults of a request, which has one or more: the first is told with field, value and what it has to be like. */
  static ofFaults(faults: readonly Fault[]): ProblemException {
    const [first] = faults;
    return first
      ? new ProblemException('request.invalid', tell(first), faults)
      : new ProblemException('request.invalid', { first: '—' });
  }

  /** From a refusal that a service returned. */
  static of(refusal: Refusal): ProblemException {
    return new ProblemException(refusal.code, refusal.facts);
  }
}
