import { Id, Station, TopicId } from '@takt/contracts';
import { choice, listOf, number, text, whole } from '../table/cell-reader';
import type { SheetKind } from './sheet-kind';
import { activeColumn, chinese, idColumn, nameColumns, pick, readEach, refer } from './sheet-kind';

/** Stations. */
export const stationsSheet: SheetKind = {
  sheet: 'stations',
  zh: '工位',
  columns: [
    idColumn('example-oven-1', TopicId),
    {
      key: 'line',
      titles: ['Line', '产线'],
      read: text,
      schema: TopicId,
      required: true,
      note: ['id of the line', '产线编号'],
      example: 'example-line',
    },
    ...nameColumns('Oven 1', '1 号烤箱'),
    {
      key: 'position',
      titles: ['Position', '顺序'],
      read: whole,
      schema: Station.shape.position,
      note: ['order on screens', '屏幕上的顺序'],
      example: 1,
    },
    {
      key: 'capabilities',
      titles: ['Capabilities', '能力'],
      read: listOf(text),
      schema: Station.shape.capabilities,
      note: ['several with ;', '多个用 ; 分隔'],
      example: 'example-bake',
    },
    {
      key: 'changeover',
      titles: ['Changeover matrix', '换型矩阵'],
      read: text,
      schema: Id,
      note: ['empty: no changeover', '留空表示无换型'],
      example: 'example-allergens',
    },
    {
      key: 'countSource',
      titles: ['Counted by', '计数来源'],
      read: choice({ machine: '设备', terminal: '终端' }),
      note: ['machine or terminal', '设备 或 终端'],
      example: 'machine',
    },
    {
      key: 'reportBy',
      titles: ['Reported by', '报工方式'],
      read: choice({ keypad: '键盘', counter: '计数器' }),
      note: ['keypad or counter; empty: keypad', '键盘 或 计数器；留空为键盘'],
      example: 'keypad',
    },
    {
      key: 'microstopSec',
      titles: ['Micro-stop (s)', '短停(秒)'],
      read: whole,
      schema: Station.shape.microstopSec,
      note: ['shorter stops need no reason; 60 unless told', '更短的停机无需原因；默认 60'],
      example: 60,
    },
    {
      key: 'silentSec',
      titles: ['Silent (s)', '静默(秒)'],
      read: whole,
      schema: Station.shape.silentSec,
      note: [
        'no message for this long: state unknown; 120 unless told',
        '超过该时间无消息则状态未知；默认 120',
      ],
      example: 120,
    },
    {
      key: 'costPerHour',
      titles: ['Cost per hour', '每小时成本'],
      read: number,
      schema: Station.shape.costPerHour,
      note: ['0 unless told', '默认 0'],
      example: 30,
    },
    activeColumn,
  ],
  read: (table, world) =>
    readEach(table, world.stations, (row, id, stored) => {
      const line = pick(row, 'line', stored?.line, '');
      const changeover = pick<string | null>(row, 'changeover', stored?.changeover, null);
      const known = [
        refer(table, row, { key: 'line', kind: 'line', shelf: world.lines, id: line }),
        changeover === null ||
          refer(table, row, {
            key: 'changeover',
            kind: 'changeover',
            shelf: world.changeovers,
            id: changeover,
          }),
      ];
      if (known.includes(false)) return null;
      return {
        line,
        name: pick(row, 'name', stored?.name, id),
        ...chinese(row, stored),
        position: pick(row, 'position', stored?.position, 0),
        capabilities: pick<string[]>(row, 'capabilities', stored?.capabilities, []),
        changeover,
        countSource: pick<Station['countSource']>(row, 'countSource', stored?.countSource, 'machine'),
        reportBy: pick<Station['reportBy']>(row, 'reportBy', stored?.reportBy, 'keypad'),
        microstopSec: pick(row, 'microstopSec', stored?.microstopSec, 60),
        silentSec: pick(row, 'silentSec', stored?.silentSec, 120),
        costPerHour: pick(row, 'costPerHour', stored?.costPerHour, 0),
        active: pick(row, 'active', stored?.active, true),
      };
    }),
};
