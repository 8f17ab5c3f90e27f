/** Rules that a schedule can break; `file` = one of the two files cannot be read as what it should be. */
export type Rule =
  | 'file'
  | 'presence'
  | 'station'
  | 'mode'
  | 'fixed'
  | 'overlap'
  | 'changeover'
  | 'run'
  | 'interval'
  | 'edge'
  | 'release'
  | 'wait'
  | 'pool'
  | 'horizon'
  | 'overtime'
  | 'score'
  | 'moved'
  | 'late'
  | 'chain'
  | 'bound';

/** One broken rule: which, where (an operation, station, pool, job or path), and a sentence with names and values. */
export interface Violation {
  rule: Rule;
  at: string;
  message: string;
}

/** Builds a violation; the message starts with the place. */
export function violation(rule: Rule, at: string, message: string): Violation {
  return { rule, at, message: `${at}: ${message}` };
}
