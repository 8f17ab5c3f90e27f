/** What a cell holds. Dates are wall-clock times of the factory, as if they were UTC; an error is that of a formula. */
export type Cell = string | number | boolean | Date | CellError | null;

/** The error that a formula shows. */
export interface CellError {
  readonly error: string;
}

/** A fault of the file itself, before anything is known of its columns. */
export interface FileFault {
  readonly row: number;
  readonly code: 'import.row-cut' | 'import.quote-open';
  readonly facts: Readonly<Record<string, number>>;
}

/** A sheet as it stands in the file. */
export interface RawSheet {
  readonly name: string;
  /** the first is the header */
  readonly rows: readonly (readonly Cell[])[];
  readonly faults: readonly FileFault[];
}

/** The file cannot be read at all. */
export class Unreadable extends Error {
  constructor(
    readonly format: string,
    why: string,
  ) {
    super(why);
  }
}
