import type { ImportSheet } from '@takt/contracts';
import { text, yesNo } from '../table/cell-reader';
import type { Column } from '../table/column';
import { cellFault } from '../table/faults';
import type { Table, TableRow } from '../table/read-table';
import type { Shelf } from '../shelf';
import type { World } from '../world';
import { Id, Name } from '@takt/contracts';

/** One kind of sheet: what its columns are, and what its rows mean. */
export interface SheetKind {
  readonly sheet: ImportSheet;
  /** name in Chinese; in English it is the kind itself */
  readonly zh: string;
  readonly columns: readonly Column[];
  /** further rows of the template, so that its examples fit together; what they leave out is as in the first */
  readonly moreExamples?: readonly Readonly<Record<string, string | number | boolean | null>>[];
  /** Puts what the rows say into the world, and tells what is wrong with them. */
  read(table: Table, world: World): void;
}

/** The value of a cell; an absent column leaves what is stored, an empty cell means the usual value. */
export function pick<T>(row: TableRow, key: string, stored: T | undefined, usual: T): T {
  const value = row.values[key];
  if (value === undefined) return stored ?? usual;
  return value === null ? usual : (value as T);
}

/** A name in Chinese: absent where there is none. */
export function chinese(
  row: TableRow,
  stored: { readonly nameZh?: string | undefined } | undefined,
  key = 'nameZh',
): { nameZh?: string } {
  const name = pick<string | undefined>(row, key, stored?.nameZh, undefined);
  return name === undefined ? {} : { nameZh: name };
}

/** Tells that a cell names something that does not exist; a cell that could not be read was told of already. @returns whether it exists */
export function refer(
  table: Table,
  row: TableRow,
  reference: {
    readonly key: string;
    readonly kind: string;
    readonly shelf: Shelf<unknown>;
    readonly id: string | null | undefined;
  },
): boolean {
  const { key, kind, shelf, id } = reference;
  if (typeof id !== 'string' || (row.faulty && row.values[key] === undefined)) return false;
  if (shelf.knows(id)) return true;
  const field = table.faults.title(key);
  table.faults.cell(row.row, key, cellFault('reference.unknown', { field, kind, id }), id);
  return false;
}

/**
 * Each row is a thing of its own: reads them, refuses an id that stands there twice. A row with a faulty cell is read as well,
 * for what else is wrong with it.
 */
export function readEach<T>(
  table: Table,
  shelf: Shelf<T>,
  read: (row: TableRow, id: string, stored: T | undefined) => T | null,
): void {
  const rows = new Map<string, number>();
  for (const row of table.rows) {
    const id = row.values['id'];
    if (typeof id !== 'string') continue;
    const first = rows.get(id);
    if (first !== undefined) {
      table.faults.cell(row.row, 'id', cellFault('import.duplicate', { id, row: first }), id);
      continue;
    }
    rows.set(id, row.row);
    shelf.name(id);
    const thing = read(row, id, shelf.before(id));
    if (thing !== null && !row.faulty) shelf.put(id, thing, { row: row.row, rows: 1 });
  }
}

/** Rows that belong to one thing. */
export interface Group {
  readonly id: string;
  readonly rows: readonly TableRow[];
  readonly faulty: boolean;
}

/** Several rows make one thing: gathers them by its id, in the order of the file. */
export function groupsOf(table: Table, key: string): Group[] {
  const groups = new Map<string, TableRow[]>();
  for (const row of table.rows) {
    const id = row.values[key];
    if (typeof id !== 'string') continue;
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return [...groups].map(([id, rows]) => ({ id, rows, faulty: rows.some(({ faulty }) => faulty) }));
}

/** The column of the id of a thing. */
export const idColumn = (example: string, schema: Column['schema'] = Id): Column => ({
  key: 'id',
  titles: ['Id', '编号'],
  read: text,
  schema,
  required: true,
  note: ['unique, no spaces', '唯一，不含空格'],
  example,
});

/** The columns of the names of a thing. */
export const nameColumns = (example: string, exampleZh: string): Column[] => [
  {
    key: 'name',
    titles: ['Name', '名称'],
    read: text,
    schema: Name,
    required: true,
    note: ['as screens show it', '屏幕显示的名称'],
    example,
  },
  {
    key: 'nameZh',
    titles: ['Name in Chinese', '中文名称'],
    read: text,
    schema: Name,
    note: ['where it differs', '与名称不同时填写'],
    example: exampleZh,
  },
];

/** The column that says whether a thing is in use. */
export const activeColumn: Column = {
  key: 'active',
  titles: ['Active', '启用'],
  read: yesNo,
  note: ['yes unless told', '默认为是'],
  example: true,
};
