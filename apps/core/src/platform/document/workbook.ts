import type { Document, DocumentCell } from './document';
import { draw } from './drawing';

/** Signs that a name of a sheet may not have, and its longest length. */
const FORBIDDEN = /[\\/?*[\]:]/g;
const NAME_MAX = 31;

/** Runs in a thread of its own. Text stays text: a name that looks like a formula is not one. Chinese signs are twice as wide. */
const THREAD = `
const { parentPort, workerData: { library, sheets } } = require('node:worker_threads');
const write = require(library);
const WIDTH = { least: 10, most: 48 };
const text = (value) => ({ value, type: String });
const number = (value, format) => ({ value, type: Number, ...(format && { format }) });
const formatOf = (decimals) => (decimals === 0 ? '#,##0' : '#,##0.' + '0'.repeat(decimals));
const cellOf = (cell) =>
  cell === null ? null
  : typeof cell === 'string' ? text(cell)
  : typeof cell === 'number' ? number(cell)
  : number(cell.value, formatOf(cell.decimals));
const lengthOf = (cell) =>
  cell === null ? 0
  : typeof cell === 'string' ? [...cell].reduce((sum, sign) => sum + (sign > '\u2E80' ? 2 : 1), 0)
  : 12;
const widthOf = (column, i, rows) =>
  rows.reduce((most, row) => Math.max(most, lengthOf(row[i] ?? null)), lengthOf(column)) + 2;
const sheetOf = ({ name, about, columns, rows, empty, notes = [] }) => ({
  sheet: name,
  data: [
    ...(about ? [[text(about)]] : []),
    columns.map((column) => ({ ...text(column), fontWeight: 'bold', backgroundColor: '#E6E6E6', wrap: true })),
    ...(rows.length === 0 && empty ? [[text(empty)]] : rows.map((row) => row.map(cellOf))),
    ...(notes.length > 0 ? [[null], ...notes.map((note) => [text(note)])] : []),
  ],
  columns: columns.map((column, i) => ({
    width: Math.min(WIDTH.most, Math.max(WIDTH.least, widthOf(column, i, rows))),
  })),
  stickyRowsCount: about ? 2 : 1,
});
write(sheets.map(sheetOf)).toBuffer().then((bytes) => parentPort.postMessage(bytes));
`;

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  /** stands above the columns */
  readonly about?: string;
  readonly columns: readonly string[];
  /** a number without decimals of its own is shown as it is */
  readonly rows: readonly (readonly (DocumentCell | number)[])[];
  /** what stands in place of rows when there are none */
  readonly empty?: string;
  /** sentences that stand beneath the rows */
  readonly notes?: readonly string[];
}

/** Draws sheets as an Excel file. */
export function drawWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const named = sheets.map(({ name, ...sheet }) => ({
    ...sheet,
    name: name.replace(FORBIDDEN, ' ').slice(0, NAME_MAX),
  }));
  return draw(THREAD, { library: require.resolve('write-excel-file/node'), sheets: named });
}

/** A document as an Excel file: a sheet a table, numbers as numbers. */
export function workbookOf({ title, about, tables }: Document): Promise<Buffer> {
  return drawWorkbook(
    tables.map(({ title: name, ...table }) => ({ name, about: [title, ...about].join(' · '), ...table })),
  );
}
