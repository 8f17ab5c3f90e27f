/** A cell: text, a number with the decimals to show, or nothing. */
export type DocumentCell = string | null | { readonly value: number; readonly decimals: number };

/** A table of a document. */
export interface DocumentTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly DocumentCell[])[];
  /** what stands in its place when it has no rows */
  readonly empty: string;
  /** sentences that stand beneath it */
  readonly notes?: readonly string[];
}

/** A document of tables: written as a workbook or as PDF it says the same. */
export interface Document {
  readonly title: string;
  /** what it is about: plant, period, when it was written */
  readonly about: readonly string[];
  readonly tables: readonly DocumentTable[];
}
