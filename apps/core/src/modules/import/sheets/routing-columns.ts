import { Id, Name, ProcessLimit, RoutingOperation, RoutingStation } from '@takt/contracts';
import { lines, listOf, number, text, whole, yesNo, type CellReader } from '../table/cell-reader';
import type { Column } from '../table/column';
import { cellFault } from '../table/faults';

const LIMIT = /^([a-z][a-z0-9_]{0,39})\s*[:：]\s*(-?\d+(?:\.\d+)?)?\s*\.\.\s*(-?\d+(?:\.\d+)?)?$/;

/** `oven_c:180..220`, or with one bound only. */
const limit: CellReader<ProcessLimit> = (cell) => {
  const [, parameter = '', min, max] = LIMIT.exec(String(cell)) ?? [];
  const bound = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
  return parameter === ''
    ? cellFault('import.not-form', { value: String(cell), form: 'oven_c:180..220' })
    : { parameter, min: bound(min), max: bound(max) };
};

const shape = RoutingOperation.shape;

/** Columns of the sheet of routings. */
export const operationColumns: readonly Column[] = [
  {
    key: 'item',
    titles: ['Item', '物料'],
    read: text,
    schema: Id,
    required: true,
    note: ['id; a row for each operation and station', '编号；每道工序的每个工位一行'],
    example: 'EXAMPLE-CAKE',
  },
  {
    key: 'no',
    titles: ['No', '工序号'],
    read: whole,
    schema: shape.no,
    required: true,
    note: ['10, 20, 30 …, rising', '10、20、30 …，递增'],
    example: 10,
  },
  {
    key: 'name',
    titles: ['Name', '名称'],
    read: text,
    schema: Name,
    firstRow: true,
    note: ['of the operation, in its first row', '工序名称，填在第一行'],
    example: 'Bake',
  },
  {
    key: 'nameZh',
    titles: ['Name in Chinese', '中文名称'],
    read: text,
    schema: Name,
    note: ['of the operation', '工序中文名称'],
    example: '烘烤',
  },
  {
    key: 'station',
    titles: ['Station', '工位'],
    read: text,
    schema: Id,
    required: true,
    note: ['id, or a capability: all stations that have it', '编号；或能力：具备该能力的所有工位'],
    example: 'example-bake',
  },
  {
    key: 'runSecPerUnit',
    titles: ['Run time per unit (s)', '单件加工时间(秒)'],
    read: number,
    schema: RoutingStation.shape.runSecPerUnit,
    required: true,
    note: ['at this station', '在该工位'],
    example: 12.5,
  },
  {
    key: 'setupSec',
    titles: ['Set-up (s)', '准备时间(秒)'],
    read: whole,
    schema: RoutingStation.shape.setupSec,
    note: ['before each run, beside the changeover; 0 unless told', '每次加工前，换型之外；默认 0'],
    example: 60,
  },
  {
    key: 'family',
    titles: ['Family', '换型族'],
    read: text,
    schema: Id,
    note: ['of the changeover matrix', '换型矩阵中的族'],
    example: 'plain',
  },
  {
    key: 'skill',
    titles: ['Skill', '技能'],
    read: text,
    schema: Id,
    note: ['that is needed', '所需技能'],
    example: 'example-bake',
  },
  {
    key: 'crew',
    titles: ['People', '人数'],
    read: whole,
    schema: shape.crew,
    note: ['with the skill, at once; 1 unless told', '同时需要的人数；默认 1'],
    example: 1,
  },
  {
    key: 'waitMinSec',
    titles: ['Wait at least (s)', '最短等待(秒)'],
    read: whole,
    schema: shape.waitMinSec,
    note: [
      'between the operation before and it: cooling, drying; 0 unless told',
      '与前道工序之间：冷却、干燥；默认 0',
    ],
    example: 0,
  },
  {
    key: 'waitMaxSec',
    titles: ['Wait at most (s)', '最长等待(秒)'],
    read: whole,
    schema: shape.waitMaxSec,
    note: ['empty: as long as it takes', '留空表示不限'],
    example: null,
  },
  {
    key: 'interruptible',
    titles: ['Interruptible', '可中断'],
    read: yesNo,
    note: ['may pause over breaks and nights; yes unless told', '可在休息和夜间暂停；默认为是'],
    example: false,
  },
  {
    key: 'limits',
    titles: ['Process limits', '工艺参数'],
    read: listOf(limit),
    note: ['oven_c:180..220; several with ;', 'oven_c:180..220；多个用 ; 分隔'],
    example: 'oven_c:180..220',
  },
  {
    key: 'instruction',
    titles: ['Instruction', '作业指导'],
    read: lines,
    schema: shape.instruction,
    note: ['how it is done', '操作方法'],
    example: null,
  },
  {
    key: 'instructionZh',
    titles: ['Instruction in Chinese', '中文作业指导'],
    read: lines,
    schema: shape.instructionZh,
    note: ['how it is done', '操作方法'],
    example: null,
  },
];
