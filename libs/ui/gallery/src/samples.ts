import type { Notice, OrderLine, OrderRisk } from '@takt/contracts';
import type { NameBook } from '@takt/ui';

const names: Record<string, readonly [en: string, zh: string]> = {
  'oven-1': ['Oven 1', '一号烤炉'],
  'oven-2': ['Oven 2', '二号烤炉'],
  'deco-1': ['Decorating 1', '一号裱花台'],
  'RYE-800': ['Rye loaf 800 g', '黑麦面包 800 克'],
};

/** Names of the samples in a language. */
export function sampleNames(chinese: boolean): NameBook {
  const find = (id: string) => names[id]?.[chinese ? 1 : 0] ?? id;
  return { station: find, item: find, worker: find };
}

/** A notice as it comes from core. */
export const sampleNotice: Notice = {
  id: '0195867a-4c00-7000-8000-000000000001',
  kind: 'operation-moved',
  station: 'oven-2',
  line: 'bakery',
  operation: 'WO-1017.30',
  item: 'RYE-800',
  from: { station: 'oven-1', startAt: '2026-03-11T09:30:00Z', endAt: '2026-03-11T11:00:00Z' },
  to: { station: 'oven-2', startAt: '2026-03-11T10:10:00Z', endAt: '2026-03-11T11:40:00Z' },
  nextBefore: 'WO-1021.30',
  nextAfter: 'WO-1017.30',
  trigger: { kind: 'station-down', at: '2026-03-11T09:04:00Z', subject: 'oven-1', facts: {} },
  scheduleVersion: 128,
  text: null,
  by: 'takt',
  raisedAt: '2026-03-11T09:05:00Z',
  dueAt: '2026-03-11T09:10:00Z',
  role: 'operator',
  escalation: 0,
  acknowledgement: null,
  withdrawnAt: null,
};

/** Reasons for scrap: more than fit on tiles. */
export const sampleReasons = [
  ['burnt', 'Burnt', '烤焦'],
  ['raw', 'Not baked through', '未烤熟'],
  ['shape', 'Wrong shape', '形状不良'],
  ['weight', 'Wrong weight', '重量不符'],
  ['torn', 'Torn', '破裂'],
  ['dropped', 'Dropped on the floor', '掉落'],
  ['colour', 'Wrong colour', '颜色不良'],
  ['foreign', 'Foreign body', '异物'],
  ['label', 'Label missing or unreadable', '标签缺失或无法识别'],
  ['trial', 'Trial piece', '试样'],
  ['other', 'Something else', '其他'],
].map(([id, name, nameZh], position) => ({ id: id as string, name: name as string, nameZh, position }));

const risks: readonly OrderRisk[] = ['late', 'at-risk', 'on-time', 'on-time', 'done'];

/** Order lines of every risk. */
export function sampleLines(count: number): readonly OrderLine[] {
  return Array.from({ length: count }, (_, at) => ({
    order: `SO-${2041 + at}`,
    line: 1 + (at % 3),
    item: ['RYE-800', 'CROISSANT-6', 'MUG-PHOTO', 'CAKE-LEMON'][at % 4] as string,
    qty: String(12 * (1 + ((at * 7) % 40))),
    qtyFromStock: '0',
    qtyReady: String(4 * (at % 9)),
    qtyShipped: '0',
    requestedAt: new Date(Date.parse('2026-03-11T12:00:00Z') + at * 5_400_000).toISOString(),
    committedAt: new Date(Date.parse('2026-03-11T13:00:00Z') + at * 5_400_000).toISOString(),
    latestCommittedAt: null,
    forecastAt: new Date(Date.parse('2026-03-11T14:20:00Z') + at * 5_000_000).toISOString(),
    shippedAt: null,
    status: 'in-production',
    risk: risks[at % risks.length] as OrderRisk,
    workOrders: [],
    note: '',
  }));
}
