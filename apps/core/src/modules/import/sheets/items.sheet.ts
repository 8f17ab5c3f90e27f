import { Gtin, Id, Item, type ItemKind, type Replenishment } from '@takt/contracts';
import { choice, money, positive, quantity, text, tradeItem, whole, yesNo } from '../table/cell-reader';
import { cellFault } from '../table/faults';
import type { Table } from '../table/read-table';
import type { World } from '../world';
import type { SheetKind } from './sheet-kind';
import { activeColumn, chinese, idColumn, nameColumns, pick, readEach } from './sheet-kind';

/** A trade item number names one item: those that have one keep it, whether the file names them or not, then the first row has it. */
function checkGtins(table: Table, world: World): void {
  const rows = world.items.givenRows();
  const given = new Set(rows.map(([id]) => id));
  const keeps = (item: string, gtin: string): boolean =>
    !given.has(item) || world.items.before(item)?.gtin === gtin;
  const holders = new Map<string, string>();
  for (const [item, { gtin }] of world.items.after())
    if (gtin !== null && keeps(item, gtin)) holders.set(gtin, item);
  for (const [item, row] of rows) {
    const gtin = world.items.get(item)?.gtin ?? null;
    if (gtin === null || keeps(item, gtin)) continue;
    const other = holders.get(gtin);
    if (other === undefined) holders.set(gtin, item);
    else table.faults.cell(row, 'gtin', cellFault('item.gtin-taken', { gtin, item, other }), gtin);
  }
}

/** What is booked in one unit would mean something else in another. */
function checkUnits(table: Table, world: World): void {
  const booked = new Set(world.booked);
  for (const [item, row] of world.items.givenRows()) {
    const [unit, wanted] = [world.items.before(item)?.unit, world.items.get(item)?.unit];
    if (booked.has(item) && unit !== undefined && wanted !== undefined && unit !== wanted)
      table.faults.cell(row, 'unit', cellFault('item.unit-in-use', { item, unit, wanted }), wanted);
  }
}

/** Items. */
export const itemsSheet: SheetKind = {
  sheet: 'items',
  zh: '物料',
  columns: [
    idColumn('EXAMPLE-CAKE'),
    ...nameColumns('Nut cake', '坚果蛋糕'),
    {
      key: 'kind',
      titles: ['Kind', '类别'],
      read: choice<ItemKind>({ raw: '原料', 'semi-finished': '半成品', finished: '成品' }),
      required: true,
      note: ['raw, semi-finished, finished', '原料、半成品、成品'],
      example: 'finished',
    },
    {
      key: 'class',
      titles: ['Class', '分类'],
      read: text,
      schema: Id,
      note: ['for figures', '用于指标统计'],
      example: 'cakes',
    },
    {
      key: 'unit',
      titles: ['Unit', '单位'],
      read: text,
      schema: Item.shape.unit,
      required: true,
      note: ['pcs, kg, m …', '件、kg、m …'],
      example: 'pcs',
    },
    {
      key: 'replenishment',
      titles: ['Replenishment', '补货方式'],
      read: choice<Replenishment>({ 'make-to-order': '按单生产', 'make-to-stock': '备货生产', buy: '采购' }),
      required: true,
      note: ['make-to-order, make-to-stock, buy', '按单生产、备货生产、采购'],
      example: 'make-to-order',
    },
    {
      key: 'standardCost',
      titles: ['Standard cost', '标准成本'],
      read: money,
      note: ['value of one unit; 0 unless told', '单位价值；默认 0'],
      example: 4.2,
    },
    { key: 'price', titles: ['Price', '售价'], read: money, note: ['of one unit', '单位售价'], example: 9.5 },
    {
      key: 'stockMin',
      titles: ['Minimum stock', '最低库存'],
      read: quantity,
      note: ['make-to-stock: replenish below; 0 unless told', '备货生产：低于时补货；默认 0'],
      example: 0,
    },
    {
      key: 'lotSize',
      titles: ['Lot size', '批量'],
      read: positive,
      note: ['quantity of one work order; 1 unless told', '一张工单的数量；默认 1'],
      example: 40,
    },
    {
      key: 'shelfLifeDays',
      titles: ['Shelf life (d)', '保质期(天)'],
      read: whole,
      schema: Item.shape.shelfLifeDays,
      note: ['empty: does not expire', '留空表示不过期'],
      example: 60,
    },
    {
      key: 'gtin',
      titles: ['GTIN', 'GTIN'],
      read: tradeItem,
      schema: Gtin,
      note: ['trade item number, for GS1 labels', '全球贸易项目代码，用于 GS1 标签'],
      example: '04012345678901',
    },
    {
      key: 'leadTimeSec',
      titles: ['Lead time (s)', '采购周期(秒)'],
      read: whole,
      schema: Item.shape.leadTimeSec,
      note: ['bought items: from order to receipt', '外购物料：下单到收货'],
      example: 0,
    },
    {
      key: 'outside',
      titles: ['Outside', '寄售'],
      read: yesNo,
      note: ['consigned: not in the stock value', '寄售：不计入库存价值'],
      example: false,
    },
    activeColumn,
  ],
  moreExamples: [
    {
      id: 'EXAMPLE-FLOUR',
      name: 'Flour',
      nameZh: '面粉',
      kind: 'raw',
      class: null,
      unit: 'kg',
      replenishment: 'buy',
      standardCost: 0.6,
      price: null,
      gtin: null,
      leadTimeSec: 172_800,
    },
  ],
  read: (table, world) => {
    readEach(table, world.items, (row, id, stored) => ({
      name: pick(row, 'name', stored?.name, id),
      ...chinese(row, stored),
      kind: pick<ItemKind>(row, 'kind', stored?.kind, 'finished'),
      class: pick<string | null>(row, 'class', stored?.class, null),
      unit: pick(row, 'unit', stored?.unit, 'pcs'),
      replenishment: pick<Replenishment>(row, 'replenishment', stored?.replenishment, 'make-to-order'),
      standardCost: pick(row, 'standardCost', stored?.standardCost, '0'),
      price: pick<string | null>(row, 'price', stored?.price, null),
      stockMin: pick(row, 'stockMin', stored?.stockMin, '0'),
      lotSize: pick(row, 'lotSize', stored?.lotSize, '1'),
      shelfLifeDays: pick<number | null>(row, 'shelfLifeDays', stored?.shelfLifeDays, null),
      gtin: pick<string | null>(row, 'gtin', stored?.gtin, null),
      leadTimeSec: pick(row, 'leadTimeSec', stored?.leadTimeSec, 0),
      outside: pick(row, 'outside', stored?.outside, false),
      active: pick(row, 'active', stored?.active, true),
    }));
    checkGtins(table, world);
    checkUnits(table, world);
  },
};
