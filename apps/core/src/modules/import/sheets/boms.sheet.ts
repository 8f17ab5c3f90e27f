import { bomCycles } from '@takt/production';
import { BomLine, Id } from '@takt/contracts';
import { number, positive, text, whole } from '../table/cell-reader';
import { cellFault } from '../table/faults';
import type { Table, TableRow } from '../table/read-table';
import type { World } from '../world';
import type { SheetKind } from './sheet-kind';
import { groupsOf, pick, refer } from './sheet-kind';

const LINES_MAX = 200;

function linesOf(table: Table, world: World, rows: readonly TableRow[]): BomLine[] | null {
  const seen = new Map<string, number>();
  let usable = true;
  const lines = rows.map((row) => {
    const component = row.values['component'] as string;
    if (!refer(table, row, { key: 'component', kind: 'item', shelf: world.items, id: component }))
      usable = false;
    if (row.faulty) return null;
    const operationNo = pick<number | null>(row, 'operationNo', undefined, null);
    const key = `${component} ${operationNo ?? ''}`.trim();
    const first = seen.get(key);
    if (first !== undefined) {
      table.faults.cell(
        row.row,
        'component',
        cellFault('import.duplicate', { id: key, row: first }),
        component,
      );
      usable = false;
    }
    seen.set(key, row.row);
    return {
      component,
      qtyPer: row.values['qtyPer'] as string,
      scrapPercent: pick(row, 'scrapPercent', undefined, 0),
      operationNo,
    };
  });
  const whole = lines.filter((line) => line !== null);
  return usable && whole.length === lines.length ? whole : null;
}

/** Ids of a loop that are told; it may have thousands. */
const WAY_MAX = 12;

const wayOf = (cycle: readonly string[]): string =>
  (cycle.length > WAY_MAX ? [...cycle.slice(0, WAY_MAX), '…', cycle.at(-1)] : cycle).join(' → ');

/** Tells every loop once, at an item of the file that is in it. */
function checkCycles(table: Table, world: World): void {
  const rows = new Map(world.boms.givenRows());
  for (const cycle of bomCycles(rows.keys(), world.boms.after())) {
    const row = cycle.map((item) => rows.get(item)).find((one) => one !== undefined) ?? null;
    table.faults.refused(row, { code: 'bom.cycle', facts: { path: wayOf(cycle) } });
  }
}

/** Bills of materials: a row for each component. */
export const bomsSheet: SheetKind = {
  sheet: 'boms',
  zh: '物料清单',
  columns: [
    {
      key: 'item',
      titles: ['Item', '物料'],
      read: text,
      schema: Id,
      required: true,
      note: ['id of what is made; a row for each component', '所生产物料的编号；每个组件一行'],
      example: 'EXAMPLE-CAKE',
    },
    {
      key: 'component',
      titles: ['Component', '组件'],
      read: text,
      schema: Id,
      required: true,
      note: ['id of what goes into it', '所用物料的编号'],
      example: 'EXAMPLE-FLOUR',
    },
    {
      key: 'qtyPer',
      titles: ['Quantity per unit', '单位用量'],
      read: positive,
      required: true,
      note: ['in the unit of the component', '按组件的单位'],
      example: 0.25,
    },
    {
      key: 'scrapPercent',
      titles: ['Scrap %', '损耗率%'],
      read: number,
      schema: BomLine.shape.scrapPercent,
      note: ['0 to 99; 0 unless told', '0 至 99；默认 0'],
      example: 2,
    },
    {
      key: 'operationNo',
      titles: ['Operation', '工序号'],
      read: whole,
      schema: BomLine.shape.operationNo,
      note: ['that consumes it; empty: the first', '消耗它的工序；留空表示第一道'],
      example: 10,
    },
  ],
  read: (table, world) => {
    for (const { id: item, rows } of groupsOf(table, 'item')) {
      world.boms.name(item);
      const [row] = rows;
      if (!row) continue;
      const known = refer(table, row, { key: 'item', kind: 'item', shelf: world.items, id: item });
      const lines = linesOf(table, world, rows);
      if (rows.length > LINES_MAX)
        table.faults.refused(row.row, {
          code: 'import.too-many',
          facts: { id: item, count: rows.length, what: 'components', limit: LINES_MAX },
        });
      else if (known && lines) world.boms.put(item, lines, { row: row.row, rows: rows.length });
    }
    checkCycles(table, world);
  },
};
