import { z } from 'zod';
import { errorCatalog, type ErrorCode } from './error-code';
import type { Language } from './scalar';

/** Names and values that explain an error: scalars only, so that every language can put them into a sentence. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** An expected refusal: a value, not an exception. The caller may show it; nothing was changed. */
export interface Refusal {
  readonly refused: true;
  readonly code: ErrorCode;
  readonly facts: Facts;
}

/**
 * Builds a refusal.
 * @param code stable code from the catalogue
 * @param facts the offending names and values
 */
export function refuse(code: ErrorCode, facts: Facts = {}): Refusal {
  return { refused: true, code, facts };
}

/** Tells a refusal from a result. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}

/** One fault of a request or file, with the place where it stands. */
export const Fault = z.object({
  path: z.string().describe('where: a JSON path, or sheet!cell'),
  code: z.string(),
  message: z.string(),
  value: z.string().optional().describe('the offending value, cut to 200 characters'),
});
/** One fault of a request or file. */
export type Fault = z.infer<typeof Fault>;

/** Body of every error reply. @see RFC 9457 */
export const Problem = z.object({
  type: z.string().describe('URI of the description of the code'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('one sentence in the language of the caller'),
  hint: z.string().describe('a sentence that starts with "Maybe"'),
  code: z.string().describe('stable code'),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  faults: z.array(Fault).optional(),
  traceId: z.string().optional(),
});
/** Body of every error reply. */
export type Problem = z.infer<typeof Problem>;

/** Kinds of things, as sentences name them in Chinese; in English the kind is its own name. */
const KINDS_ZH: Readonly<Record<string, string>> = {
  plant: '工厂',
  line: '产线',
  station: '工位',
  item: '物料',
  worker: '员工',
  skill: '技能',
  badge: '工牌',
  user: '用户',
  terminal: '终端',
  device: '设备',
  command: '指令',
  channel: '渠道',
  customer: '客户',
  order: '订单',
  'order line': '订单行',
  'work order': '工单',
  operation: '工序',
  media: '图片、视频或 PDF',
  report: '报工',
  reason: '原因',
  lot: '批次',
  movement: '库存流水',
  supply: '到货',
  stop: '停机',
  call: '呼叫',
  notice: '通知',
  handover: '交接班',
  schedule: '排程',
  exception: '例外',
  import: '导入',
  webhook: 'Webhook 推送',
  'report subscription': '定时报告',
  kpi: '指标',
  target: '目标值',
  annotation: '批注',
  changeover: '换型矩阵',
  'bill of materials': '物料清单',
  routing: '工艺路线',
  shift: '班次',
  'shift pattern': '班次模式',
  'quarantined message': '隔离消息',
};

const SENTENCE_VALUE_MAX = 120;

function fill(template: string, facts: Facts): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) =>
    key in facts ? String(facts[key]).slice(0, SENTENCE_VALUE_MAX) : whole,
  );
}

/**
 * The sentence and the hint of an error in a language, with the facts put in.
 * @param code stable code
 * @param facts names and values for the placeholders of the catalogue
 * @param language language of the reader
 */
export function sentenceOf(
  code: ErrorCode,
  facts: Facts,
  language: Language,
): { detail: string; hint: string } {
  const entry = errorCatalog[code];
  const chinese = language === 'zh-CN';
  const text = chinese ? entry.zh : entry.en;
  const kind = facts['kind'];
  const named: Facts = chinese && typeof kind === 'string' ? { kind: KINDS_ZH[kind] ?? kind } : {};
  const shown: Facts = { ...facts, ...named };
  return { detail: fill(text[0], shown), hint: fill(text[1], shown) };
}
