import { checkPattern } from '@takt/calendar';
import { Id, Name, ShiftPattern, type PatternShift } from '@takt/contracts';
import { listOf, text, time, type CellReader } from '../table/cell-reader';
import { cellFault, isCellFault } from '../table/faults';
import type { TableRow } from '../table/read-table';
import type { World } from '../world';
import type { SheetKind } from './sheet-kind';
import { chinese, groupsOf, pick } from './sheet-kind';

const SHIFTS_MAX = 60;

const weekdays: CellReader<number[]> = (cell) => {
  const parts = listOf(text)(typeof cell === 'string' ? cell.replaceAll(',', ';') : cell);
  if (isCellFault(parts)) return parts;
  const days = parts.flatMap((part) => {
    const [, from = '', to = from] = /^([1-7])(?:\s*[-–]\s*([1-7]))?$/.exec(part) ?? [];
    return from === '' || to < from
      ? [0]
      : Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i);
  });
  return days.length === 0 || days.includes(0)
    ? cellFault('import.not-form', { value: parts.join('; '), form: '1-5 / 6;7' })
    : [...new Set(days)].sort((a, b) => a - b);
};

const pause: CellReader<PatternShift['breaks'][number]> = (cell) => {
  const [start = '', end = ''] = String(cell).split(/\s*[-–]\s*/);
  const [from, to] = [time(start), time(end)];
  return isCellFault(from) || isCellFault(to)
    ? cellFault('import.not-form', { value: String(cell), form: '10:00-10:30' })
    : { start: from, end: to };
};

const shiftOf = (row: TableRow): PatternShift => ({
  crew: row.values['crew'] as string,
  name: pick(row, 'name', undefined, row.values['crew'] as string),
  ...chinese(row, undefined),
  weekdays: row.values['weekdays'] as number[],
  start: row.values['start'] as string,
  end: row.values['end'] as string,
  breaks: pick<PatternShift['breaks']>(row, 'breaks', undefined, []),
});

function patternOf(
  world: World,
  id: string,
  rows: readonly TableRow[],
): Omit<ShiftPattern, 'id' | 'revision'> {
  const stored = world.shifts.before(id);
  const names = rows.find((row) => typeof row.values['patternName'] === 'string') ?? rows[0];
  return {
    name: names ? pick(names, 'patternName', stored?.name, stored?.name ?? id) : id,
    ...(names ? chinese(names, stored, 'patternNameZh') : {}),
    shifts: rows.map(shiftOf),
  };
}

/** Shift patterns: a row for each shift of the week. */
export const shiftsSheet: SheetKind = {
  sheet: 'shifts',
  zh: '班次',
  columns: [
    {
      key: 'pattern',
      titles: ['Pattern', '班制'],
      read: text,
      schema: Id,
      required: true,
      note: ['id; a row for each shift of it', '编号；每个班次一行'],
      example: 'example-shifts',
    },
    {
      key: 'patternName',
      titles: ['Name of the pattern', '班制名称'],
      read: text,
      schema: Name,
      note: ['in the first row', '填在第一行'],
      example: 'Two shifts',
    },
    {
      key: 'patternNameZh',
      titles: ['Name of the pattern in Chinese', '班制中文名称'],
      read: text,
      schema: Name,
      note: ['in the first row', '填在第一行'],
      example: '两班制',
    },
    {
      key: 'crew',
      titles: ['Crew', '班组'],
      read: text,
      schema: Id,
      required: true,
      note: ['code of the shift and of the people who work it', '班次及其人员的代码'],
      example: 'early',
    },
    {
      key: 'name',
      titles: ['Name', '名称'],
      read: text,
      schema: Name,
      note: ['of the shift', '班次名称'],
      example: 'Early shift',
    },
    {
      key: 'nameZh',
      titles: ['Name in Chinese', '中文名称'],
      read: text,
      schema: Name,
      note: ['of the shift', '班次中文名称'],
      example: '早班',
    },
    {
      key: 'weekdays',
      titles: ['Weekdays', '星期'],
      read: weekdays,
      required: true,
      note: ['1 Monday … 7 Sunday: 1-5 or 6;7', '1 星期一 … 7 星期日：1-5 或 6;7'],
      example: '1-5',
    },
    {
      key: 'start',
      titles: ['Start', '开始'],
      read: time,
      required: true,
      note: ['06:00, by the clock of the plant', '06:00，工厂当地时间'],
      example: '06:00',
    },
    {
      key: 'end',
      titles: ['End', '结束'],
      read: time,
      required: true,
      note: ['at or before the start: on the next day', '不晚于开始时间表示次日'],
      example: '14:00',
    },
    {
      key: 'breaks',
      titles: ['Breaks', '休息'],
      read: listOf(pause),
      schema: undefined,
      note: ['10:00-10:30; several with ;', '10:00-10:30；多个用 ; 分隔'],
      example: '10:00-10:30',
    },
  ],
  read: (table, world) => {
    for (const { id, rows, faulty } of groupsOf(table, 'pattern')) {
      world.shifts.name(id);
      const row = rows[0]?.row ?? 1;
      if (faulty) continue;
      const pattern = patternOf(world, id, rows);
      const refusal = checkPattern(pattern);
      if (refusal) table.faults.refused(row, refusal);
      else if (rows.length > SHIFTS_MAX)
        table.faults.refused(row, {
          code: 'import.too-many',
          facts: { id, count: rows.length, what: 'shifts', limit: SHIFTS_MAX },
        });
      else world.shifts.put(id, pattern, { row, rows: rows.length });
    }
  },
};
