import type { z } from 'zod';
import type { CellReader } from './cell-reader';

/** A column of a sheet. */
export interface Column {
  /** name in the contracts, also a header that is understood */
  readonly key: string;
  /** header in English and in Chinese */
  readonly titles: readonly [en: string, zh: string];
  readonly read: CellReader<unknown>;
  /** what the contract demands of the value, where the reader does not */
  readonly schema?: z.ZodType;
  /** the column must be there and filled in every row */
  readonly required?: true;
  /** the column must be there; a row that goes on with the thing of the row before may leave it empty */
  readonly firstRow?: true;
  /** what to fill in, for the template */
  readonly note: readonly [en: string, zh: string];
  /** what the template shows */
  readonly example: string | number | boolean | null;
}

/** Headers of a column that is for people and is not read. */
export const NOTES_TITLES = ['Notes', '备注'] as const;

/** A header without what people write differently: case, spaces, signs, units in brackets. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s_*:.-]+/g, '');
}
