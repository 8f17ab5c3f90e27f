/** HTTP status, and sentence + hint in both languages. Placeholders `{name}` are filled with the facts. */
export interface CatalogEntry {
  readonly status: number;
  readonly en: readonly [sentence: string, hint: string];
  readonly zh: readonly [sentence: string, hint: string];
}

/** One entry of a catalogue of errors. */
export const entry = (
  status: number,
  en: readonly [string, string],
  zh: readonly [string, string],
): CatalogEntry => ({ status, en, zh });
