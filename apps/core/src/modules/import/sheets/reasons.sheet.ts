import { Reason, type ReasonKind } from '@takt/contracts';
import { choice, listOf, text, whole, yesNo } from '../table/cell-reader';
import type { SheetKind } from './sheet-kind';
import { activeColumn, chinese, idColumn, nameColumns, pick, readEach } from './sheet-kind';

const kinds: Record<ReasonKind, string> = {
  stop: '停机',
  scrap: '报废',
  pause: '暂停',
  rework: '返工',
  adjustment: '调整',
  late: '延误',
};

/** Reason codes. */
export const reasonsSheet: SheetKind = {
  sheet: 'reasons',
  zh: '原因',
  columns: [
    idColumn('example-jam'),
    {
      key: 'kind',
      titles: ['Kind', '类别'],
      read: choice(kinds),
      required: true,
      note: [Object.keys(kinds).join(', '), Object.values(kinds).join('、')],
      example: 'stop',
    },
    ...nameColumns('Jam', '卡料'),
    {
      key: 'planned',
      titles: ['Planned', '计划内'],
      read: yesNo,
      note: ['a stop that counts as planned downtime', '计入计划停机'],
      example: false,
    },
    {
      key: 'capabilities',
      titles: ['Capabilities', '能力'],
      read: listOf(text),
      schema: Reason.shape.capabilities,
      note: [
        'only at stations that can do one of these; several with ;',
        '仅用于具备其一的工位；多个用 ; 分隔',
      ],
      example: 'example-bake',
    },
    {
      key: 'position',
      titles: ['Position', '顺序'],
      read: whole,
      schema: Reason.shape.position,
      note: ['order on screens', '屏幕上的顺序'],
      example: 1,
    },
    activeColumn,
  ],
  read: (table, world) =>
    readEach(table, world.reasons, (row, id, stored) => ({
      kind: pick<ReasonKind>(row, 'kind', stored?.kind, 'stop'),
      name: pick(row, 'name', stored?.name, id),
      ...chinese(row, stored),
      planned: pick(row, 'planned', stored?.planned, false),
      capabilities: pick<string[]>(row, 'capabilities', stored?.capabilities, []),
      position: pick(row, 'position', stored?.position, 0),
      active: pick(row, 'active', stored?.active, true),
    })),
};
