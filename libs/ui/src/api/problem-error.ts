import type { Fault, Problem } from '@takt/contracts';

/** Core refused: the problem says what, with which values, and what may help. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** @param problem body of the reply */
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** Core did not answer: it is away, the network is cut, or it took too long. Whether a write was done is not known. */
export class NoReplyError extends Error {
  override readonly name = 'NoReplyError';
  /** @param why what the browser said */
  constructor(readonly why: string) {
    super(why);
  }
}

/**
 * The problem in a reply that is not a success. A proxy in between may answer with a page of its own: then the status
 * stands for the problem.
 * @param status HTTP status
 * @param body parsed body, if it was JSON
 */
export function problemOf(status: number, body: unknown): Problem {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>;
  const text = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);
  return {
    type: text(given.type, 'about:blank'),
    title: text(given.title, `HTTP ${status}`),
    status,
    detail: text(given.detail, `HTTP ${status}`),
    hint: text(given.hint, ''),
    code: text(
      given.code,
      status === 503 || status === 502 || status === 504 ? 'service.unavailable' : 'request.failed',
    ),
    facts: given.facts ?? {},
    ...(Array.isArray(given.faults) && { faults: given.faults }),
    ...(typeof given.traceId === 'string' && { traceId: given.traceId }),
  };
}

/** The place of a fault in one spelling: `$.lines[0].qty`, `/lines/0/qty` and `body.lines.0.qty` are `lines.0.qty`. */
function placeOf(path: string): string {
  return path
    .replace(/\[(\w+)\]/g, '.$1')
    .replace(/\//g, '.')
    .replace(/^[$.]+/, '')
    .replace(/^(body|query|params)\./, '');
}

/**
 * What is wrong with one field of a form.
 * @param faults faults of the problem
 * @param field place of the field in the body: `lines.0.qty`
 */
export function faultAt(faults: readonly Fault[] | undefined, field: string): string | undefined {
  return faults?.find((fault) => placeOf(fault.path) === field)?.message;
}

/**
 * Faults that no field of a form shows.
 * @param faults faults of the problem
 * @param fields places of the fields that are shown
 */
export function otherFaults(
  faults: readonly Fault[] | undefined,
  fields: readonly string[],
): readonly Fault[] {
  return (faults ?? []).filter((fault) => !fields.includes(placeOf(fault.path)));
}
