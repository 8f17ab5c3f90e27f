import type { Reason } from '@takt/contracts';
import type { Factory } from './factory';

type Row = readonly [id: string, name: string, nameZh: string];

// prettier-ignore
const stops: readonly Row[] = [
  ['overload', 'Overload', '过载'],
  ['guard-open', 'Guard open', '防护门打开'],
  ['jam', 'Jam', '卡料'],
  ['belt', 'Belt', '传送带故障'],
  ['burner', 'Burner', '燃烧器故障'],
  ['nozzle', 'Nozzle', '喷嘴堵塞'],
  ['film', 'Film', '包装膜断裂'],
  ['seal', 'Sealing', '封口故障'],
  ['lamp', 'Lamp', '灯管过热'],
  ['filter', 'Filter', '滤芯堵塞'],
  ['cooling', 'Cooling', '冷却异常'],
  ['tool', 'Tool', '工具异常'],
  ['label-printer', 'Label printer', '标签打印机'],
  ['no-material', 'No material', '缺料'],
  ['no-operator', 'Nobody there', '无人'],
  ['quality', 'Quality check', '质量检查'],
];
// prettier-ignore
const planned: readonly Row[] = [
  ['break', 'Break', '休息'],
  ['washing', 'Washing after allergens', '过敏原清洗'],
  ['maintenance', 'Planned maintenance', '计划维护'],
];
// prettier-ignore
const scrap: readonly Row[] = [
  ['weight', 'Wrong weight', '重量不符'],
  ['dough', 'Dough not right', '面团不合格'],
  ['shape', 'Wrong shape', '形状不良'],
  ['burnt', 'Burnt', '烤焦'],
  ['underbaked', 'Underbaked', '未烤熟'],
  ['broken', 'Broken', '破损'],
  ['smudged', 'Smudged', '图案模糊'],
  ['seal-open', 'Seal open', '封口不严'],
  ['label', 'Wrong label', '标签错误'],
  ['print-blur', 'Print blurred', '打印模糊'],
  ['colour', 'Colour off', '颜色偏差'],
  ['wrong-text', 'Wrong text', '文字错误'],
  ['scratch', 'Scratched', '划伤'],
];
// prettier-ignore
const pauses: readonly Row[] = [
  ['shift-end', 'End of shift', '下班'],
  ['fetch-material', 'Fetching material', '取料'],
  ['rush', 'Rush order first', '急单优先'],
];
// prettier-ignore
const rework: readonly Row[] = [['redo', 'Done again', '返工']];
// prettier-ignore
const adjustments: readonly Row[] = [['count', 'Counted', '盘点'], ['expired', 'Expired', '过期']];

const listed = (kind: Reason['kind'], rows: readonly Row[], isPlanned = false): Factory['reasons'] =>
  rows.map(([id, name, nameZh], i) => ({
    id,
    kind,
    name,
    nameZh,
    planned: isPlanned,
    position: i + 1,
    active: true,
  }));

/** Why machines stop, pieces are spoilt, work pauses. */
export const reasons: Factory['reasons'] = [
  ...listed('stop', stops),
  ...listed('stop', planned, true),
  ...listed('scrap', scrap),
  ...listed('pause', pauses),
  ...listed('rework', rework),
  ...listed('adjustment', adjustments),
];
