import type { Cell, RawSheet } from '../file/raw-sheet';
import { misfit } from './cell-reader';
import { NOTES_TITLES, plainTitle, type Column } from './column';
import { cellFault, isCellFault, letterOf, shown, SheetFaults, type Faults, type Header } from './faults';

/** A row by column: undefined when the file lacks the column or the cell is faulty, null when the cell is empty. */
export interface TableRow {
  /** as the file counts: the header is row 1 */
  readonly row: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** some cell is faulty: nothing follows from this row but that its id is known */
  readonly faulty: boolean;
}

/** A sheet that was read by its columns. */
export interface Table {
  readonly rows: readonly TableRow[];
  readonly faults: SheetFaults;
  /** is the column in the file? */
  has(key: string): boolean;
}

const isBlank = (row: readonly Cell[]): boolean =>
  row.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''));

const NOTES = new Set(NOTES_TITLES.map(plainTitle));

function columnOf(title: string, columns: readonly Column[]): Column | undefined {
  const wanted = plainTitle(title);
  return columns.find(({ key, titles }) => [key, ...titles].some((name) => plainTitle(name) === wanted));
}

function readHeader(sheet: RawSheet, columns: readonly Column[], faults: Faults): Header {
  const titles = (sheet.rows[0] ?? []).map((cell) => (shown(cell) ?? '').trim());
  const indexes = new Map<string, number>();
  const tell = (index: number, code: 'import.column-unknown' | 'import.column-twice', more = {}): void => {
    const column = titles[index] || letterOf(index);
    const place = { row: 1, column, cell: `${letterOf(index)}1`, value: titles[index] ?? null };
    faults.add({ sheet: sheet.name, ...place, code, facts: { column, ...more } });
  };
  for (const [index, title] of titles.entries()) {
    if (NOTES.has(plainTitle(title))) continue;
    const column = columnOf(title, columns);
    const empty = title === '' && sheet.rows.every((row) => (row[index] ?? null) === null);
    if (column && indexes.has(column.key)) tell(index, 'import.column-twice');
    else if (column) indexes.set(column.key, index);
    else if (!empty)
      tell(index, 'import.column-unknown', {
        columns: columns.map(({ titles }) => titles.join(' ')).join(', '),
      });
  }
  return { indexes, titles };
}

function readCell(column: Column, cell: Cell, title: string): unknown {
  if (cell === null || (typeof cell === 'string' && cell.trim() === ''))
    return column.required ? cellFault('import.cell-missing', { column: title }) : null;
  if (typeof cell === 'object' && 'error' in cell)
    return cellFault('import.cell-error', { value: cell.error });
  const value = column.read(cell);
  if (isCellFault(value) || !column.schema) return value;
  return misfit(column.schema, value) ?? value;
}

/**
 * Reads a sheet by its columns: every cell that does not fit is a fault.
 * @param columns what the sheet may have
 * @param faults where the faults are collected
 */
export function readTable(sheet: RawSheet, columns: readonly Column[], faults: Faults): Table {
  const header = readHeader(sheet, columns, faults);
  const told = new SheetFaults(faults, sheet.name, header);
  for (const { row, code, facts } of sheet.faults) told.refused(row, { code, facts });
  const missing = columns.filter(
    ({ key, required, firstRow }) => (required ?? firstRow) && !header.indexes.has(key),
  );
  for (const { titles } of missing)
    told.refused(1, { code: 'import.column-missing', facts: { column: titles[0] } });
  const present = [...header.indexes].flatMap(([key, index]) => {
    const column = columns.find((one) => one.key === key);
    return column ? [{ column, index }] : [];
  });
  const cut = new Set(sheet.faults.map(({ row }) => row));
  const rows = sheet.rows.slice(1).flatMap((cells, i): TableRow[] => {
    const row = i + 2;
    if (isBlank(cells) || cut.has(row)) return [];
    const values: Record<string, unknown> = {};
    let faulty = missing.length > 0;
    for (const { column, index } of present) {
      const cell = cells[index] ?? null;
      const value = readCell(column, cell, told.title(column.key));
      if (isCellFault(value)) {
        told.cell(row, column.key, value, shown(cell));
        faulty = true;
      } else values[column.key] = value;
    }
    return [{ row, values, faulty }];
  });
  return { rows, faults: told, has: (key) => header.indexes.has(key) };
}
