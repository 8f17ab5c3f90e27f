import type { ErrorCode, Facts, Refusal } from '@takt/contracts';
import type { Cell } from '../file/raw-sheet';

/** Most faults of a file that are told one by one. */
export const FAULTS_MAX = 5000;

/** A fault with its place. The sentence is made when it is told, in the language of who asks. */
export interface PlacedFault {
  readonly sheet: string;
  /** as the file counts: the header is row 1 */
  readonly row: number | null;
  /** header of the column */
  readonly column: string | null;
  /** `C7` */
  readonly cell: string | null;
  readonly code: ErrorCode;
  readonly facts: Facts;
  readonly value: string | null;
}

/** What is wrong with a cell. */
export interface CellFault {
  readonly fault: ErrorCode;
  readonly facts: Facts;
}

/** Builds what is wrong with a cell. */
export const cellFault = (fault: ErrorCode, facts: Facts = {}): CellFault => ({ fault, facts });

/** Tells what is wrong with a cell from its value. */
export const isCellFault = (value: unknown): value is CellFault =>
  typeof value === 'object' && value !== null && 'fault' in value;

const VALUE_MAX = 200;

// eslint-disable-next-line no-control-regex -- control characters are what is replaced
const UNSHOWABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/gu;

/** A text without characters that neither a screen nor the database takes. */
export const showable = (text: string): string => text.replace(UNSHOWABLE, '\ufffd');

/** What a cell shows, cut to 200 characters. */
export function shown(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return cell.toISOString().replace('T', ' ').slice(0, 16);
  return showable((typeof cell === 'object' ? cell.error : String(cell)).slice(0, VALUE_MAX));
}

/** `0` → `A`, `27` → `AB`. */
export function letterOf(index: number): string {
  const first = Math.floor(index / 26);
  return (first > 0 ? letterOf(first - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Where the columns of a sheet stand in the file. */
export interface Header {
  /** index in the row, by key of the column */
  readonly indexes: ReadonlyMap<string, number>;
  readonly titles: readonly string[];
}

/** Collects the faults of a file. */
export class Faults {
  private readonly list: PlacedFault[] = [];
  private beyond = 0;

  /** How many there are. */
  get count(): number {
    return this.list.length + this.beyond;
  }

  /** Adds a fault. */
  add(fault: PlacedFault): void {
    if (this.list.length < FAULTS_MAX) this.list.push(fault);
    else this.beyond++;
  }

  /** All faults, by sheet and row; of very many the first that were found, and how many more there are. */
  told(): PlacedFault[] {
    const sheets = [...new Set(this.list.map(({ sheet }) => sheet))];
    const rank = ({ sheet, row }: PlacedFault): number => sheets.indexOf(sheet) * 1e7 + (row ?? 0);
    const list = this.list
      .map((fault) => ({ fault, rank: rank(fault) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ fault }) => fault);
    if (this.beyond === 0) return list;
    const more: PlacedFault = {
      sheet: '',
      row: null,
      column: null,
      cell: null,
      code: 'import.too-many-faults',
      facts: { count: this.beyond },
      value: null,
    };
    return [...list, more];
  }
}

/** Adds the faults of one sheet, which knows where its columns stand. */
export class SheetFaults {
  constructor(
    private readonly faults: Faults,
    private readonly sheet: string,
    private readonly header: Header,
  ) {}

  /** Header of a column as the file has it; its key when the file lacks it. */
  title(key: string): string {
    const index = this.header.indexes.get(key);
    return (index === undefined ? undefined : this.header.titles[index]) ?? key;
  }

  /** A fault of a cell, or of a row when the column is not in the file. */
  cell(row: number, key: string, { fault, facts }: CellFault, value: string | null = null): void {
    const index = this.header.indexes.get(key);
    this.faults.add({
      sheet: this.sheet,
      row,
      column: index === undefined ? null : (this.header.titles[index] ?? null),
      cell: index === undefined ? null : `${letterOf(index)}${row}`,
      code: fault,
      facts,
      value,
    });
  }

  /** A refusal that concerns a whole row, or the whole sheet. */
  refused(row: number | null, { code, facts }: Pick<Refusal, 'code' | 'facts'>): void {
    this.faults.add({ sheet: this.sheet, row, column: null, cell: null, code, facts, value: null });
  }
}
