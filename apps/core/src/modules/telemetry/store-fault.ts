/** Connection, resources, shutdown, system: PostgreSQL is away or ending. And the codes of the network. */
const AWAY_CODE = /^(08|53|57|58|E[A-Z_]+$)/;
/** Faults of the driver have no code. */
const AWAY_TEXT = /connect|terminat|timeout|socket/i;
/** Data exception, integrity, limits. */
const POISON_CODE = /^(22|23|54)/;

const codeOf = (error: unknown): string | null => {
  const code = (error as { code?: unknown } | null)?.code;
  return code === undefined || code === null ? null : String(code);
};

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Is PostgreSQL away? Then nothing is wrong with what was to be stored: it waits. */
export function isAway(error: unknown): boolean {
  const code = codeOf(error);
  return code === null ? AWAY_TEXT.test(textOf(error)) : AWAY_CODE.test(code);
}

/** Does the fault lie in what was to be stored? Then trying again does not help, and what is bad has to be found. */
export function isPoison(error: unknown): boolean {
  const code = codeOf(error);
  return code === null ? !AWAY_TEXT.test(textOf(error)) : POISON_CODE.test(code);
}
