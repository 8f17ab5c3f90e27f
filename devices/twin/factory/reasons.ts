import type { Reason } from '@takt/contracts';
import type { Factory } from './factory';

/** with what stations do at which it occurs; none: everywhere */
type Row = readonly [id: string, name: string, nameZh: string, ...at: readonly string[]];

const stops: readonly Row[] = [
  ['overload', 'Overload', '过载', 'mixing'],
  ['guard-open', 'Guard open', '防护门打开', 'mixing'],
  ['jam', 'Jam', '卡料', 'forming'],
  ['belt', 'Belt', '传送带故障', 'forming', 'baking'],
  ['burner', 'Burner', '燃烧器故障', 'baking'],
  ['nozzle', 'Nozzle', '喷嘴堵塞', 'decorating', 'printing'],
  ['film', 'Film', '包装膜断裂', 'packing'],
  ['seal', 'Sealing', '封口故障', 'packing'],
  ['lamp', 'Lamp', '灯管过热', 'printing'],
  ['filter', 'Filter', '滤芯堵塞', 'engraving'],
  ['cooling', 'Cooling', '冷却异常', 'engraving'],
  ['tool', 'Tool', '工具异常', 'assembling'],
  ['label-printer', 'Label printer', '标签打印机', 'gift-packing'],
  ['no-material', 'No material', '缺料'],
  ['no-operator', 'Nobody there', '无人'],
  ['quality', 'Quality check', '质量检查'],
];

const planned: readonly Row[] = [
  ['break', 'Break', '休息'],
  ['washing', 'Washing after allergens', '过敏原清洗', 'mixing', 'forming', 'baking'],
  ['maintenance', 'Planned maintenance', '计划维护'],
];

const scrap: readonly Row[] = [
  ['weight', 'Wrong weight', '重量不符', 'mixing', 'forming'],
  ['dough', 'Dough not right', '面团不合格', 'mixing', 'forming'],
  ['shape', 'Wrong shape', '形状不良', 'forming'],
  ['burnt', 'Burnt', '烤焦', 'baking'],
  ['underbaked', 'Underbaked', '未烤熟', 'baking'],
  ['broken', 'Broken', '破损', 'baking', 'decorating', 'packing', 'assembling', 'gift-packing'],
  ['smudged', 'Smudged', '图案模糊', 'decorating'],
  ['seal-open', 'Seal open', '封口不严', 'packing'],
  ['label', 'Wrong label', '标签错误', 'packing', 'gift-packing'],
  ['print-blur', 'Print blurred', '打印模糊', 'printing'],
  ['colour', 'Colour off', '颜色偏差', 'decorating', 'printing'],
  ['wrong-text', 'Wrong text', '文字错误', 'decorating', 'printing', 'engraving'],
  ['scratch', 'Scratched', '划伤', 'printing', 'engraving', 'assembling', 'gift-packing'],
];

const pauses: readonly Row[] = [
  ['shift-end', 'End of shift', '下班'],
  ['fetch-material', 'Fetching material', '取料'],
  ['rush', 'Rush order first', '急单优先'],
];

const rework: readonly Row[] = [['redo', 'Done again', '返工']];

const adjustments: readonly Row[] = [
  ['count', 'Counted', '盘点'],
  ['expired', 'Expired', '过期'],
];

const listed = (kind: Reason['kind'], rows: readonly Row[], isPlanned = false): Factory['reasons'] =>
  rows.map(([id, name, nameZh, ...capabilities], i) => ({
    id,
    kind,
    name,
    nameZh,
    planned: isPlanned,
    capabilities,
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
