import { checkRoutingPlaces, type RoutingPlaces } from '@takt/production';
import type { RoutingOperation } from '@takt/contracts';
import { cellFault } from '../table/faults';
import type { Table, TableRow } from '../table/read-table';
import type { World } from '../world';
import { operationColumns } from './routing-columns';
import type { SheetKind } from './sheet-kind';
import { chinese, groupsOf, pick, refer } from './sheet-kind';

type Ways = RoutingOperation['stations'];

/** Columns of the operation itself; a row with another of its stations repeats them or leaves them empty. */
const OPERATION_KEYS = operationColumns
  .map(({ key }) => key)
  .filter((key) => !['item', 'no', 'station', 'runSecPerUnit', 'setupSec'].includes(key));

/** What routings refer to, as it will be after the import. */
interface Shop {
  readonly table: Table;
  readonly world: World;
  readonly places: RoutingPlaces;
  /** active stations by what they can do */
  readonly able: ReadonlyMap<string, readonly string[]>;
}

function shopOf(table: Table, world: World): Shop {
  const stations = world.stations.after();
  const able = new Map<string, string[]>();
  for (const [id, { active, capabilities }] of [...stations].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const one of active ? capabilities : []) able.set(one, [...(able.get(one) ?? []), id]);
  const places = {
    stations,
    changeovers: world.changeovers.after(),
    skills: new Set(world.skills.after().keys()),
  };
  return { table, world, places, able };
}

/** The ways to do an operation. A row names one station by its id, or all that can do something. */
function waysOf({ table, world, able }: Shop, rows: readonly TableRow[]): Ways | null {
  const ways = new Map<string, { way: Ways[number]; row: number }>();
  let usable = true;
  for (const row of rows) {
    const named = row.values['station'] as string;
    const stations = world.stations.knows(named) ? [named] : (able.get(named) ?? []);
    const reference = { key: 'station', kind: 'station', shelf: world.stations, id: named };
    if (stations.length === 0 && !refer(table, row, reference)) usable = false;
    for (const station of stations) {
      const first = ways.get(station);
      if (first) {
        const fault = cellFault('import.duplicate', { id: station, row: first.row });
        table.faults.cell(row.row, 'station', fault, named);
        usable = false;
        continue;
      }
      const runSecPerUnit = row.values['runSecPerUnit'] as number;
      const setupSec = pick(row, 'setupSec', undefined, 0);
      ways.set(station, { way: { station, runSecPerUnit, setupSec }, row: row.row });
    }
  }
  return usable ? [...ways.values()].map(({ way }) => way) : null;
}

/** Do all rows of an operation say the same of it? */
function agree(table: Table, id: string, rows: readonly TableRow[]): boolean {
  const [first, ...others] = rows;
  let agreed = true;
  for (const row of others)
    for (const key of OPERATION_KEYS) {
      const value = row.values[key] ?? null;
      if (value === null || JSON.stringify(value) === JSON.stringify(first?.values[key])) continue;
      const facts = { column: table.faults.title(key), row: first?.row ?? 0, id };
      table.faults.cell(row.row, key, cellFault('import.contradiction', facts), String(value));
      agreed = false;
    }
  return agreed;
}

function operationOf(
  shop: Shop,
  rows: readonly TableRow[],
  stored: RoutingOperation | undefined,
): RoutingOperation | null {
  const { table, world } = shop;
  const [row] = rows;
  if (!row) return null;
  const no = row.values['no'] as number;
  const name = pick<string | null>(row, 'name', stored?.name, null);
  if (name === null) {
    table.faults.cell(
      row.row,
      'name',
      cellFault('import.cell-missing', { column: table.faults.title('name') }),
    );
    return null;
  }
  const agreed = agree(table, `${String(row.values['item'])}.${no}`, rows);
  const skill = pick<string | null>(row, 'skill', stored?.skill, null);
  const skilled =
    skill === null || refer(table, row, { key: 'skill', kind: 'skill', shelf: world.skills, id: skill });
  const stations = waysOf(shop, rows);
  if (!agreed || !skilled || !stations) return null;
  return {
    no,
    name,
    ...chinese(row, stored),
    family: pick<string | null>(row, 'family', stored?.family, null),
    skill,
    crew: pick(row, 'crew', stored?.crew, 1),
    stations,
    waitMinSec: pick(row, 'waitMinSec', stored?.waitMinSec, 0),
    waitMaxSec: pick<number | null>(row, 'waitMaxSec', stored?.waitMaxSec, null),
    interruptible: pick(row, 'interruptible', stored?.interruptible, true),
    limits: pick<RoutingOperation['limits']>(row, 'limits', stored?.limits, []),
    instruction: pick(row, 'instruction', stored?.instruction, ''),
    instructionZh: pick(row, 'instructionZh', stored?.instructionZh, ''),
    // No column has room for them: they are edited in the office and outlive an import.
    steps: stored?.steps ?? [],
  };
}

/** Rows by operation, in the order of the file. */
function byOperation(rows: readonly TableRow[]): TableRow[][] {
  const operations = new Map<unknown, TableRow[]>();
  for (const row of rows) {
    const list = operations.get(row.values['no']);
    if (list) list.push(row);
    else operations.set(row.values['no'], [row]);
  }
  return [...operations.values()];
}

function readRouting(shop: Shop, item: string, rows: readonly TableRow[]): void {
  const { table, world, places } = shop;
  const stored = new Map(world.routings.before(item)?.map((operation) => [operation.no, operation]));
  const operations = byOperation(rows).map((some) =>
    operationOf(shop, some, stored.get(some[0]?.values['no'] as number)),
  );
  const whole = operations.filter((operation) => operation !== null);
  if (whole.length < operations.length) return;
  const refusal = checkRoutingPlaces(item, whole, places);
  const row = rows[0]?.row ?? 1;
  if (refusal?.code === 'routing.invalid') table.faults.refused(row, refusal);
  else world.routings.put(item, whole, { row, rows: rows.length });
}

/** What is wrong with rows that make no routing, beside their faulty cells. */
function checkReferences(shop: Shop, rows: readonly TableRow[]): void {
  const { table, world } = shop;
  for (const row of rows) {
    const skill = row.values['skill'];
    if (typeof skill === 'string')
      refer(table, row, { key: 'skill', kind: 'skill', shelf: world.skills, id: skill });
    if (typeof row.values['station'] === 'string') waysOf(shop, [row]);
  }
}

/** Routings: a row for each station at which an operation may be done. */
export const routingsSheet: SheetKind = {
  sheet: 'routings',
  zh: '工艺路线',
  columns: operationColumns,
  read: (table, world) => {
    const shop = shopOf(table, world);
    for (const { id: item, rows, faulty } of groupsOf(table, 'item')) {
      world.routings.name(item);
      const [row] = rows;
      const known = row && refer(table, row, { key: 'item', kind: 'item', shelf: world.items, id: item });
      if (known && !faulty) readRouting(shop, item, rows);
      else checkReferences(shop, rows);
    }
  },
};
