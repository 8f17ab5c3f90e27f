/** Fields whose values nobody keeps or repeats. */
const SECRET_FIELDS = new Set(['password', 'current', 'next', 'pin', 'secret', 'token', 'badge', 'code']);
const LIST_MAX = 50;

/** Is a field of this name a secret? */
export const isSecret = (field: PropertyKey): boolean => SECRET_FIELDS.has(String(field));

/** Input as audit and faults show it: without secrets, of long lists the first entries. */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, LIST_MAX).map(redact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, isSecret(key) ? '•' : redact(inner)]),
  );
}
