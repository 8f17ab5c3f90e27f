import { refuse, type NewCheck, type ProcessLimit, type Refusal, type StepCapture } from '@takt/contracts';

/** What a check came to. */
export interface CheckOutcome {
  /** as it was typed; yes or no for a yes-no question */
  readonly value: string;
  readonly min: number | null;
  readonly max: number | null;
  /** a value on the limit is inside; texts are always inside */
  readonly within: boolean;
}

const NUMBER = /^[+-]?\d{1,12}(?:\.\d{1,9})?$/;

type Asked = Pick<NewCheck, 'name' | 'kind' | 'value' | 'min' | 'max'>;

/**
 * Judges a check: numbers against its own limits, else against the process limit of that name; yes-no questions are good when the
 * answer is yes, choices when the answer is one of the good ones.
 * @param check as it is sent
 * @param limits of the operation
 * @param capture what its step asks for: that counts instead of what was sent beside the value
 * @returns `check.invalid` when something else is asked for than is given
 */
export function decideCheck(
  check: Asked,
  limits: readonly ProcessLimit[],
  capture: StepCapture | null = null,
): CheckOutcome | Refusal {
  const { name, kind, value } = check;
  const none = { value, min: null, max: null };
  if (capture !== null && (capture.name !== name || capture.kind !== kind))
    return refuse('check.invalid', { name: capture.name, value: `${name}: ${value}`, kind: capture.kind });
  const wrong = refuse('check.invalid', { name, value, kind });
  if (kind === 'yes-no')
    return value === 'yes' || value === 'no' ? { ...none, within: value === 'yes' } : wrong;
  if (kind === 'choice' && capture !== null) {
    const answer = capture.choices.find((choice) => choice.name === value);
    return answer ? { ...none, within: answer.good } : wrong;
  }
  if (kind !== 'number') return { ...none, within: true };
  if (!NUMBER.test(value)) return wrong;
  const limit = limitOf(check, limits, capture);
  return { value, ...limit, within: inside(Number(value), limit) };
}

function limitOf(
  { name, min, max }: Asked,
  limits: readonly ProcessLimit[],
  capture: StepCapture | null,
): Pick<CheckOutcome, 'min' | 'max'> {
  const asked = capture ?? { min: min ?? null, max: max ?? null };
  const own = asked.min !== null || asked.max !== null;
  const known = own ? undefined : limits.find(({ parameter }) => parameter === name);
  return { min: known?.min ?? asked.min, max: known?.max ?? asked.max };
}

function inside(
  value: number,
  { min, max }: { readonly min: number | null; readonly max: number | null },
): boolean {
  return (min === null || value >= min) && (max === null || value <= max);
}

/** A value of a parameter; the instant as ISO 8601. */
export interface MeasuredValue {
  readonly at: string;
  readonly value: number;
}

/** Values of a parameter as they are kept. */
export interface ValueSummary {
  readonly count: number;
  readonly min: number;
  readonly mean: number;
  readonly max: number;
  readonly limitMin: number | null;
  readonly limitMax: number | null;
  /** values outside the limits */
  readonly outside: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/**
 * What is kept of the values of a parameter.
 * @param parameter its name with unit
 * @param values one or more, in any order
 * @param limits of the operation
 */
export function summaryOf(
  parameter: string,
  values: readonly MeasuredValue[],
  limits: readonly ProcessLimit[],
): ValueSummary {
  const limit = limits.find((one) => one.parameter === parameter) ?? { min: null, max: null };
  const times = values.map(({ at }) => at).sort();
  // One after the other: a spread of many thousand values would not fit on the stack.
  const whole = values.reduce(
    (sum, { value }) => ({
      min: Math.min(sum.min, value),
      max: Math.max(sum.max, value),
      total: sum.total + value,
      outside: sum.outside + (inside(value, limit) ? 0 : 1),
    }),
    { min: Infinity, max: -Infinity, total: 0, outside: 0 },
  );
  return {
    count: values.length,
    min: whole.min,
    mean: whole.total / values.length,
    max: whole.max,
    limitMin: limit.min,
    limitMax: limit.max,
    outside: whole.outside,
    firstAt: times[0] ?? '',
    lastAt: times.at(-1) ?? '',
  };
}
