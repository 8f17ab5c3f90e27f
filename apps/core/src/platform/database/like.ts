/** Pattern for `ilike` that finds a text anywhere: what the caller typed means itself, also `%` and `_`. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
