type Told = readonly [sentence: string, hint: string];

/** What is said for one reason of an error. */
export interface ReasonWords {
  readonly en: Told;
  readonly zh: Told;
}

/**
 * HTTP status, and sentence + hint in both languages. Placeholders `{name}` are filled with the facts. Where an error has several
 * reasons, its fact `reason` chooses what is said instead.
 */
export interface CatalogEntry extends ReasonWords {
  readonly status: number;
  readonly reasons?: Readonly<Record<string, ReasonWords>>;
}

/** One entry of a catalogue of errors. */
export const entry = (
  status: number,
  en: Told,
  zh: Told,
  reasons: Readonly<Record<string, ReasonWords>> = {},
): CatalogEntry => ({ status, en, zh, reasons });
