import { Customer, Id } from '@takt/contracts';
import { text, whole } from '../table/cell-reader';
import type { SheetKind } from './sheet-kind';
import { activeColumn, chinese, idColumn, nameColumns, pick, readEach } from './sheet-kind';

/** Customers with their service rules. */
export const customersSheet: SheetKind = {
  sheet: 'customers',
  zh: '客户',
  columns: [
    idColumn('example-acme'),
    ...nameColumns('Acme Stores', '顶点商店'),
    {
      key: 'weight',
      titles: ['Weight', '权重'],
      read: whole,
      schema: Customer.shape.weight,
      note: [
        '1 to 100: what lateness of its orders costs; 1 unless told',
        '1 至 100：订单延误的代价；默认 1',
      ],
      example: 5,
    },
    {
      key: 'minRemainingLifeDays',
      titles: ['Remaining life (d)', '剩余保质期(天)'],
      read: whole,
      schema: Customer.shape.minRemainingLifeDays,
      note: ['that must be left at shipment; 0 unless told', '发货时须剩余的天数；默认 0'],
      example: 30,
    },
    {
      key: 'priceGroup',
      titles: ['Price group', '价格组'],
      read: text,
      schema: Id,
      note: ['', ''],
      example: null,
    },
    activeColumn,
  ],
  read: (table, world) =>
    readEach(table, world.customers, (row, id, stored) => ({
      name: pick(row, 'name', stored?.name, id),
      ...chinese(row, stored),
      weight: pick(row, 'weight', stored?.weight, 1),
      minRemainingLifeDays: pick(row, 'minRemainingLifeDays', stored?.minRemainingLifeDays, 0),
      priceGroup: pick<string | null>(row, 'priceGroup', stored?.priceGroup, null),
      active: pick(row, 'active', stored?.active, true),
    })),
};
