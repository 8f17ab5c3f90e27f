import { Id, Line, TopicId } from '@takt/contracts';
import { text, whole } from '../table/cell-reader';
import type { SheetKind } from './sheet-kind';
import { chinese, idColumn, nameColumns, pick, readEach, refer } from './sheet-kind';

/** Lines. */
export const linesSheet: SheetKind = {
  sheet: 'lines',
  zh: '产线',
  columns: [
    idColumn('example-line', TopicId),
    ...nameColumns('Bakery', '烘焙线'),
    {
      key: 'position',
      titles: ['Position', '顺序'],
      read: whole,
      schema: Line.shape.position,
      note: ['order on screens', '屏幕上的顺序'],
      example: 1,
    },
    {
      key: 'shiftPattern',
      titles: ['Shift pattern', '班制'],
      read: text,
      schema: Id,
      note: ['empty: around the clock', '留空表示全天'],
      example: 'example-shifts',
    },
  ],
  read: (table, world) =>
    readEach(table, world.lines, (row, id, stored) => {
      const pattern = pick<string | null>(row, 'shiftPattern', stored?.shiftPattern, null);
      if (
        pattern !== null &&
        !refer(table, row, { key: 'shiftPattern', kind: 'shift pattern', shelf: world.shifts, id: pattern })
      )
        return null;
      return {
        name: pick(row, 'name', stored?.name, id),
        ...chinese(row, stored),
        position: pick(row, 'position', stored?.position, 0),
        shiftPattern: pattern,
      };
    }),
};
