import { checkBomPlaces, checkRouting, checkRoutingPlaces } from '@takt/production';
import {
  IMPORT_ROWS_MAX,
  type BomLine,
  type ImportResult,
  type ImportSheet,
  type Refusal,
  type RoutingOperation,
} from '@takt/contracts';
import type { RawSheet } from './file/raw-sheet';
import { SHEET_KINDS, type SheetKind } from './sheets';
import { NOTES_TITLES, plainTitle } from './table/column';
import { Faults, showable, type PlacedFault } from './table/faults';
import { readTable, type Table } from './table/read-table';
import { THING_KINDS, worldOf, type Known, type Listed, type Things, type World } from './world';

/** What has to be written: new things and changed ones, each kind behind those it refers to. */
export type Writes = { readonly [K in keyof Things]: Listed<Things[K]> };

/** What an import would do, and every fault. */
export interface CheckResult {
  readonly sheets: ImportResult['sheets'];
  readonly faults: readonly PlacedFault[];
  readonly writes: Writes;
}

const NOTES = new Set([...NOTES_TITLES, 'note', '说明'].map(plainTitle));

const kindOf = (name: string): SheetKind | undefined =>
  SHEET_KINDS.find(({ sheet, zh }) => plainTitle(name) === plainTitle(sheet) || name.trim() === zh);

const dataRows = (sheet: RawSheet): number => Math.max(0, sheet.rows.length - 1);

/** Finds the sheet of each kind; tells what belongs to none. */
function sheetsByKind(sheets: readonly RawSheet[], faults: Faults): Map<ImportSheet, RawSheet> {
  const found = new Map<ImportSheet, RawSheet>();
  const tell = (
    name: string,
    code: 'import.sheet-unknown' | 'import.sheet-twice' | 'import.no-sheet',
  ): void => {
    const names = SHEET_KINDS.map(({ sheet, zh }) => `${sheet} ${zh}`).join(', ');
    const place = { sheet: name, row: null, column: null, cell: null, value: null };
    faults.add({ ...place, code, facts: { sheet: name, sheets: names } });
  };
  for (const raw of sheets) {
    const sheet = { ...raw, name: showable(raw.name.trim()) };
    if (NOTES.has(plainTitle(sheet.name)) || sheet.rows.length === 0) continue;
    const kind = kindOf(sheet.name);
    if (!kind) tell(sheet.name, 'import.sheet-unknown');
    else if (found.has(kind.sheet)) tell(sheet.name, 'import.sheet-twice');
    else found.set(kind.sheet, sheet);
  }
  if (found.size === 0 && faults.count === 0) tell(sheets[0]?.name ?? '', 'import.no-sheet');
  return found;
}

function fitFault(
  item: string,
  routing: readonly RoutingOperation[],
  { lines, given }: { lines: readonly BomLine[]; given: boolean },
): Refusal | null {
  const numbers = routing.map(({ no }) => no);
  return checkRouting(item, routing, lines) ?? (given ? checkBomPlaces(item, numbers, lines) : null);
}

/** Routings and bills of materials must fit each other, whichever of them is in the file. */
function checkBomsAgainstRoutings(world: World, tables: ReadonlyMap<ImportSheet, Table>): void {
  const rows = new Map(world.boms.givenRows());
  for (const [item, row] of world.routings.givenRows()) if (!rows.has(item)) rows.set(item, row);
  const inBoms = new Map(world.boms.givenRows());
  for (const [item, row] of rows) {
    const routing = world.routings.get(item);
    const refusal =
      routing && fitFault(item, routing, { lines: world.boms.get(item) ?? [], given: inBoms.has(item) });
    const table = tables.get(inBoms.has(item) ? 'boms' : 'routings');
    if (refusal) table?.faults.refused(row, refusal);
  }
}

/** Stations and matrices of the file must leave the routings usable that are there already. */
function checkStoredRoutings(world: World, faults: Faults): void {
  if (world.stations.givenRows().length + world.changeovers.givenRows().length === 0) return;
  const given = new Set(world.routings.givenRows().map(([item]) => item));
  const places = {
    stations: world.stations.after(),
    changeovers: world.changeovers.after(),
    skills: new Set(world.skills.after().keys()),
  };
  for (const [item, operations] of world.routings.after()) {
    const refusal = given.has(item) ? null : checkRoutingPlaces(item, operations, places);
    if (refusal)
      faults.add({
        ...{ sheet: 'routings', row: null, column: null, cell: null, value: null },
        ...{ code: refusal.code, facts: refusal.facts },
      });
  }
}

/**
 * Checks a file against what the plant has: every fault, what would be new, changed and unchanged, and what has to be written.
 * Nothing has to be written when there is a fault.
 * @param sheets as they were read
 * @param known what the plant has
 */
export function checkImport(sheets: readonly RawSheet[], known: Known): CheckResult {
  const faults = new Faults();
  const world = worldOf(known);
  const rows = sheets.reduce((sum, sheet) => sum + dataRows(sheet), 0);
  if (rows > IMPORT_ROWS_MAX) {
    const place = { sheet: '', row: null, column: null, cell: null, value: null };
    faults.add({ ...place, code: 'import.too-many-rows', facts: { rows, limit: IMPORT_ROWS_MAX } });
    return { sheets: [], faults: faults.told(), writes: writesOf(worldOf(known)) };
  }
  const found = sheetsByKind(sheets, faults);
  const tables = new Map<ImportSheet, Table>();
  for (const { sheet, columns, read } of SHEET_KINDS) {
    const raw = found.get(sheet);
    if (!raw) continue;
    const table = readTable(raw, columns, faults);
    tables.set(sheet, table);
    read(table, world);
  }
  checkBomsAgainstRoutings(world, tables);
  checkStoredRoutings(world, faults);
  return {
    sheets: [...tables].map(([sheet, table]) => ({
      sheet,
      rows: table.rows.length,
      ...world[sheet as keyof Things].tally(),
    })),
    faults: faults.told(),
    writes: writesOf(faults.count > 0 ? worldOf(known) : world),
  };
}

function writesOf(world: World): Writes {
  return Object.fromEntries(THING_KINDS.map((kind) => [kind, world[kind].writes()])) as unknown as Writes;
}
