import { Id, Name, type Changeover } from '@takt/contracts';
import { text, whole } from '../table/cell-reader';
import { z } from 'zod';
import { cellFault } from '../table/faults';
import type { Table, TableRow } from '../table/read-table';
import type { World } from '../world';
import type { SheetKind } from './sheet-kind';
import { chinese, groupsOf, pick } from './sheet-kind';

const FAMILIES_MAX = 60;
const SECONDS_MAX = 604_800;

/** Families in the order in which they are named first. */
const familiesOf = (rows: readonly TableRow[]): string[] => [
  ...new Set([
    ...rows.map((row) => row.values['from'] as string),
    ...rows.map((row) => row.values['to'] as string),
  ]),
];

function secondsOf(table: Table, families: readonly string[], rows: readonly TableRow[]): number[][] | null {
  const times = new Map<string, { seconds: number; row: number }>();
  let whole = true;
  for (const row of rows) {
    const key = `${String(row.values['from'])} → ${String(row.values['to'])}`;
    const first = times.get(key);
    if (first) {
      table.faults.cell(row.row, 'to', cellFault('import.duplicate', { id: key, row: first.row }), key);
      whole = false;
    } else times.set(key, { seconds: row.values['seconds'] as number, row: row.row });
  }
  const matrix = families.map((from) =>
    families.map((to) => {
      const time = times.get(`${from} → ${to}`)?.seconds ?? (from === to ? 0 : undefined);
      if (time === undefined) {
        table.faults.refused(rows[0]?.row ?? null, { code: 'import.pair-missing', facts: { from, to } });
        whole = false;
      }
      return time ?? 0;
    }),
  );
  return whole ? matrix : null;
}

function matrixOf(
  table: Table,
  world: World,
  id: string,
  rows: readonly TableRow[],
): Omit<Changeover, 'id' | 'revision'> | null {
  const families = familiesOf(rows);
  if (families.length > FAMILIES_MAX) {
    const facts = { id, count: families.length, what: 'families', limit: FAMILIES_MAX };
    table.faults.refused(rows[0]?.row ?? null, { code: 'import.too-many', facts });
    return null;
  }
  const seconds = secondsOf(table, families, rows);
  if (!seconds) return null;
  const stored = world.changeovers.before(id);
  const names = rows.find((row) => typeof row.values['name'] === 'string') ?? rows[0];
  return {
    name: names ? pick(names, 'name', stored?.name, stored?.name ?? id) : id,
    ...(names ? chinese(names, stored) : {}),
    families,
    seconds,
  };
}

/** Changeover matrices: a row for each pair of families. */
export const changeoversSheet: SheetKind = {
  sheet: 'changeovers',
  zh: '换型',
  columns: [
    {
      key: 'matrix',
      titles: ['Matrix', '换型矩阵'],
      read: text,
      schema: Id,
      required: true,
      note: ['id; stations name it', '编号；工位引用它'],
      example: 'example-allergens',
    },
    {
      key: 'name',
      titles: ['Name', '名称'],
      read: text,
      schema: Name,
      note: ['in the first row', '填在第一行'],
      example: 'Allergens',
    },
    {
      key: 'nameZh',
      titles: ['Name in Chinese', '中文名称'],
      read: text,
      schema: Name,
      note: ['in the first row', '填在第一行'],
      example: '过敏原',
    },
    {
      key: 'from',
      titles: ['From family', '前换型族'],
      read: text,
      schema: Id,
      required: true,
      note: ['what ran last', '之前生产的'],
      example: 'plain',
    },
    {
      key: 'to',
      titles: ['To family', '后换型族'],
      read: text,
      schema: Id,
      required: true,
      note: ['what runs next', '接着生产的'],
      example: 'plain',
    },
    {
      key: 'seconds',
      titles: ['Seconds', '秒'],
      read: whole,
      schema: z.number().min(0).max(SECONDS_MAX),
      required: true,
      note: [
        'every pair needs a row; from a family to itself 0 unless told',
        '每一对都需要一行；同族默认为 0',
      ],
      example: 0,
    },
  ],
  read: (table, world) => {
    for (const { id, rows, faulty } of groupsOf(table, 'matrix')) {
      world.changeovers.name(id);
      const matrix = faulty ? null : matrixOf(table, world, id, rows);
      if (matrix) world.changeovers.put(id, matrix, { row: rows[0]?.row ?? 1, rows: rows.length });
    }
  },
};
