/** What can be wrong with a problem file. */
export type FaultCode =
  | 'unknown_field'
  | 'missing'
  | 'wrong_type'
  | 'out_of_range'
  | 'duplicate'
  | 'unknown_reference'
  | 'interval_order'
  | 'interval_overlap'
  | 'matrix_shape'
  | 'wait_order'
  | 'cycle'
  | 'fixed_overlap'
  | 'score_too_large';

/** One fault of a problem file: where, what stands there, what is wrong, and what to try. */
export interface Fault {
  code: FaultCode;
  /** For instance `jobs[3].operations[1].after[0].op`. */
  path: string;
  /** What stands there; undefined when it is missing. */
  value: unknown;
  /** Names the value and the rule. */
  message: string;
  /** A line that begins with "Maybe". */
  hint: string;
}

/** At most this many faults are listed: the first ones say enough. */
export const MOST_FAULTS = 50;

/** `jobs`, 3, `operations` → `jobs[3].operations`. */
export function pathOf(steps: readonly PropertyKey[]): string {
  let path = '';
  for (const step of steps)
    path += typeof step === 'number' ? `[${step}]` : `${path ? '.' : ''}${String(step)}`;
  return path || '(file)';
}

/** The value in one short line, for a message. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** The fault of an id that is used twice. */
export function duplicate(path: string, value: string, first: string): Fault {
  return {
    code: 'duplicate',
    path,
    value,
    message: `"${value}" is already used at ${first}`,
    hint: 'Maybe give it another id.',
  };
}

/** One line: path, what is wrong, what to try. */
export function faultLine(fault: Fault): string {
  return `${fault.path}: ${fault.message}. ${fault.hint}`;
}
