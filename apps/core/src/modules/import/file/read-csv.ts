import { parse, type ParseError } from 'papaparse';
import { decodeText } from './decode-text';
import type { FileFault, RawSheet } from './raw-sheet';

const SEPARATORS = [',', ';', '\t'] as const;

/** The separator that stands most often in the header, outside of quotation marks. */
function separatorOf(text: string): string {
  const header = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  const counts = SEPARATORS.map((one) => header.split(one).length - 1);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

function faultsOf(rows: readonly string[][], errors: readonly ParseError[]): FileFault[] {
  const columns = rows[0]?.length ?? 0;
  const cut = rows.flatMap((cells, index): FileFault[] =>
    index > 0 && cells.length !== columns && !isBlank(cells)
      ? [{ row: index + 1, code: 'import.row-cut', facts: { cells: cells.length, columns } }]
      : [],
  );
  const open = errors
    .filter((error) => error.type === 'Quotes')
    .map((error): FileFault => ({ row: (error.row ?? 0) + 1, code: 'import.quote-open', facts: {} }));
  return [...cut, ...open];
}

/**
 * Reads a CSV file: comma, semicolon or tab, told from the header. Every cell is text, also one that begins with `=`.
 * @param name file name; its base is the name of the sheet
 * @throws {Unreadable} for another encoding than UTF-8, UTF-16 or GB18030
 */
export function readCsv(name: string, bytes: Uint8Array): RawSheet {
  const text = decodeText(bytes);
  const { data, errors } = parse<string[]>(text, { delimiter: separatorOf(text), skipEmptyLines: false });
  const rows = data.map((cells) => cells.map((cell) => (cell.trim() === '' ? null : cell)));
  return {
    name: name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''),
    rows,
    faults: faultsOf(data, errors),
  };
}
