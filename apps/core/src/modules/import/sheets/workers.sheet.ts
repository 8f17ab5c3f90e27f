import { Id, TopicId, Worker, type Language, type WorkerSkill } from '@takt/contracts';
import { choice, day, listOf, number, text, type CellReader } from '../table/cell-reader';
import { cellFault, isCellFault } from '../table/faults';
import type { Table, TableRow } from '../table/read-table';
import type { World } from '../world';
import type { SheetKind } from './sheet-kind';
import { activeColumn, chinese, idColumn, nameColumns, pick, readEach, refer } from './sheet-kind';

/** `bake`, or `bake@2026-12-31` for one that expires. */
const heldSkill: CellReader<WorkerSkill> = (cell) => {
  const [skill = '', until, ...rest] = String(cell).split(/\s*[@＠]\s*/);
  const wrong = cellFault('import.not-form', { value: String(cell), form: 'bake@2026-12-31' });
  if (!Id.safeParse(skill).success || rest.length > 0) return wrong;
  const expiresOn = until === undefined ? null : day(until);
  return isCellFault(expiresOn) ? wrong : { skill, expiresOn };
};

function references(table: Table, world: World, row: TableRow, worker: Things): boolean {
  const { line, skills } = worker;
  const known = [
    line === null || refer(table, row, { key: 'line', kind: 'line', shelf: world.lines, id: line }),
    ...skills.map(({ skill: id }) =>
      refer(table, row, { key: 'skills', kind: 'skill', shelf: world.skills, id }),
    ),
  ];
  const twice = skills.find(({ skill }, i) => skills.findIndex((one) => one.skill === skill) < i);
  if (twice)
    table.faults.cell(row.row, 'skills', cellFault('import.duplicate', { id: twice.skill, row: row.row }));
  return !known.includes(false) && !twice;
}

type Things = Omit<Worker, 'id' | 'revision'>;

/** A badge belongs to one person, among those of the file and those who are there. */
function checkBadges(table: Table, world: World): void {
  const rows = new Map(world.workers.givenRows());
  const holders = new Map<string, string>();
  for (const [id, { badge }] of world.workers.after()) {
    const other = badge === null ? undefined : holders.get(badge);
    if (badge !== null && other === undefined) holders.set(badge, id);
    if (badge === null || other === undefined) continue;
    const row = rows.get(id) ?? rows.get(other);
    const holder = rows.has(id) ? other : id;
    if (row !== undefined)
      table.faults.cell(row, 'badge', cellFault('thing.exists', { kind: 'badge', id: badge, holder }), badge);
  }
}

/** Workers with their skills. */
export const workersSheet: SheetKind = {
  sheet: 'workers',
  zh: '员工',
  columns: [
    idColumn('EXAMPLE-W1'),
    ...nameColumns('Ann Li', '李安'),
    {
      key: 'line',
      titles: ['Line', '产线'],
      read: text,
      schema: TopicId,
      note: ['home line', '所属产线'],
      example: 'example-line',
    },
    {
      key: 'crew',
      titles: ['Crew', '班组'],
      read: text,
      schema: Id,
      note: ['empty: in every shift of the line', '留空表示该产线所有班次'],
      example: 'early',
    },
    {
      key: 'badge',
      titles: ['Badge', '工牌'],
      read: text,
      schema: Id,
      note: ['what the reader reads', '读卡器读取的内容'],
      example: 'EXAMPLE-0012345',
    },
    {
      key: 'language',
      titles: ['Language', '语言'],
      read: choice({ en: '英文', 'zh-CN': '中文' }),
      note: ['en unless told', '默认 en'],
      example: 'zh-CN',
    },
    {
      key: 'skills',
      titles: ['Skills', '技能'],
      read: listOf(heldSkill),
      note: ['several with ;  bake@2026-12-31 where it expires', '多个用 ; 分隔；有期限写作 bake@2026-12-31'],
      example: 'example-bake',
    },
    {
      key: 'ratePerHour',
      titles: ['Rate per hour', '每小时工资'],
      read: number,
      schema: Worker.shape.ratePerHour,
      note: ['0 unless told', '默认 0'],
      example: 25,
    },
    activeColumn,
  ],
  read: (table, world) => {
    readEach(table, world.workers, (row, id, stored) => {
      const worker = {
        name: pick(row, 'name', stored?.name, id),
        ...chinese(row, stored),
        line: pick<string | null>(row, 'line', stored?.line, null),
        crew: pick<string | null>(row, 'crew', stored?.crew, null),
        badge: pick<string | null>(row, 'badge', stored?.badge, null),
        language: pick<Language>(row, 'language', stored?.language, 'en'),
        skills: pick<WorkerSkill[]>(row, 'skills', stored?.skills, []),
        ratePerHour: pick(row, 'ratePerHour', stored?.ratePerHour, 0),
        active: pick(row, 'active', stored?.active, true),
      };
      return references(table, world, row, worker) ? worker : null;
    });
    checkBadges(table, world);
  },
};
