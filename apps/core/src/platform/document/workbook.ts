import writeWorkbook from 'write-excel-file/node';
import type { Document, DocumentCell, DocumentTable } from './document';

const HEADER = { fontWeight: 'bold', backgroundColor: '#E6E6E6', wrap: true } as const;
const WIDTH = { least: 10, most: 48 } as const;
/** Signs that a name of a sheet may not have, and its longest length. */
const FORBIDDEN = /[\\/?*[\]:]/g;
const NAME_MAX = 31;

const textCell = (value: string) => ({ value, type: String });

/** Text stays text: a name that looks like a formula is not one. */
function cellOf(cell: DocumentCell) {
  if (cell === null) return null;
  if (typeof cell === 'string') return textCell(cell);
  const format = cell.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(cell.decimals)}`;
  return { value: cell.value, type: Number, format };
}

/** Chinese signs are twice as wide. */
const lengthOf = (cell: DocumentCell): number =>
  cell === null ? 0 : typeof cell === 'string' ? [...cell].reduce((sum, sign) => sum + (sign > '\u2E80' ? 2 : 1), 0) : 12; // prettier-ignore

function sheetOf({ title, columns, rows, empty }: DocumentTable, about: readonly string[]) {
  const widths = columns.map((name, i) =>
    Math.max(lengthOf(name), ...rows.map((row) => lengthOf(row[i] ?? null))),
  );
  return {
    sheet: title.replace(FORBIDDEN, ' ').slice(0, NAME_MAX),
    data: [
      [textCell(about.join(' · '))],
      columns.map((name) => ({ ...textCell(name), ...HEADER })),
      ...(rows.length === 0 ? [[textCell(empty)]] : rows.map((row) => row.map(cellOf))),
    ],
    columns: widths.map((width) => ({ width: Math.min(WIDTH.most, Math.max(WIDTH.least, width + 2)) })),
    stickyRowsCount: 2,
  };
}

/** A document as an Excel file: a sheet a table, numbers as numbers. */
export function workbookOf({ title, about, tables }: Document): Promise<Buffer> {
  return writeWorkbook(tables.map((table) => sheetOf(table, [title, ...about])) as never).toBuffer();
}
