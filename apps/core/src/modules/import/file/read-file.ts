import { readCsv } from './read-csv';
import { Unreadable, type RawSheet } from './raw-sheet';
import { readWorkbook } from './read-workbook';

const ZIP = [0x50, 0x4b];

/**
 * Reads a file that is to be imported, told apart by its content and, for text, by its name.
 * @param name file name, `items.csv` or `plant.xlsx`
 * @throws {Unreadable}
 */
export async function readFile(name: string, bytes: Buffer): Promise<readonly RawSheet[]> {
  if (ZIP.every((byte, i) => bytes[i] === byte)) return readWorkbook(bytes);
  if (/\.(csv|txt|tsv)$/i.test(name)) return [readCsv(name, bytes)];
  throw new Unreadable('XLSX / CSV', 'neither a workbook nor a text file');
}
