import readSheets from 'read-excel-file/node';
import { Unreadable, type Cell, type RawSheet } from './raw-sheet';
import { packPlain, unpackXml, type ZipPart } from './safe-zip';

const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NAME!|NUM!|N\/A|SPILL!|CALC!)$/;
/** Excel calculates with 15 digits: what lies behind them is rounding. */
const DIGITS = 15;
/** A sheet of Excel has this many rows, and columns up to XFD. */
const ROWS_MAX = 1_048_576;
const ROW = /<(?:\w+:)?row\b[^>]*?\sr=["'](\d+)["']/g;
const FAR_CELL = /<(?:\w+:)?c\b[^>]*?\sr=["']([A-Za-z]{4,}\d*|[A-Za-z]+\d{8,})["']/;

function cellOf(value: unknown): Cell {
  if (typeof value === 'string') return ERROR.test(value) ? { error: value } : value;
  if (typeof value === 'number') return Number(value.toPrecision(DIGITS));
  if (typeof value === 'boolean' || value instanceof Date) return value;
  return null;
}

/** The reader makes room for every row and column up to the last: those beyond a sheet of Excel would take all memory. */
function refuseFarCells(part: string, text: string): void {
  for (const [, row] of text.matchAll(ROW))
    if (Number(row) > ROWS_MAX) throw new Unreadable('XLSX', `${part} has a row ${row}`);
  const cell = FAR_CELL.exec(text)?.[1];
  if (cell !== undefined) throw new Unreadable('XLSX', `${part} has a cell ${cell.slice(0, 40)}`);
}

/** The reader takes a formula's error for an empty cell; as text it can be told. */
function errorsAsText(part: ZipPart): ZipPart {
  if (!part.name.startsWith('xl/worksheets/')) return part;
  const text = part.content.toString('utf8');
  refuseFarCells(part.name, text);
  const shown = text.replace(/(<(?:\w+:)?c\b[^>]*?\st=)(?:"e"|'e')/g, '$1"str"');
  return shown === text ? part : { name: part.name, content: Buffer.from(shown) };
}

/**
 * Reads an Excel workbook (.xlsx). Formulas are their values; a text that begins with `=` is a text.
 * What the reader gets was unpacked within a limit and packed again plainly: it meets neither a zip bomb nor a
 * header that lies about sizes.
 * @throws {Unreadable} when it is no workbook, is damaged, or is larger unpacked than allowed
 */
export async function readWorkbook(bytes: Buffer): Promise<RawSheet[]> {
  const parts = unpackXml(bytes).map(errorsAsText);
  try {
    const sheets = await readSheets(packPlain(parts));
    return sheets.map(({ sheet, data }) => ({
      name: sheet.trim(),
      rows: data.map((row) => (row as unknown[]).map(cellOf)),
      faults: [],
    }));
  } catch (error) {
    throw new Unreadable('XLSX', String((error as Error).message));
  }
}
