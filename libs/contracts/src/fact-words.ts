import { formIn } from './form-words';
import type { Language } from './scalar';

type Words = Readonly<Record<string, string>>;

/** Kinds of things in Chinese; in English the kind is its own name. */
const KINDS: Words = {
  plant: '工厂',
  line: '产线',
  station: '工位',
  item: '物料',
  'item class': '物料类别',
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
  reversal: '撤销记录',
  // what a check asks for
  number: '数字',
  text: '文本',
  'yes-no': '是或否',
  choice: '所给答案之一',
};

/** How things stand. */
const STATUSES: Words = {
  open: '未开始',
  'in-production': '生产中',
  ready: '就绪',
  'part-shipped': '部分发货',
  shipped: '已发货',
  cancelled: '已取消',
  released: '已下达',
  running: '进行中',
  done: '已完成',
  waiting: '等待中',
  paused: '已暂停',
  held: '已扣留',
  reversed: '已撤销',
  answered: '已响应',
  resolved: '已解决',
  draft: '草稿',
  published: '已发布',
  superseded: '已被替代',
  discarded: '已放弃',
};

/** What can be done to something, as it reads behind "cannot be", and in Chinese. */
const STEPS: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  start: ['started', '开工'],
  pause: ['paused', '暂停'],
  resume: ['resumed', '恢复'],
  complete: ['finished', '完工'],
  quantity: ['reported on', '报数'],
  hold: ['held', '扣留'],
  release: ['released', '放行'],
  cancel: ['cancelled', '取消'],
  reverse: ['reversed', '撤销'],
  pin: ['pinned', '固定'],
  move: ['moved', '移动'],
  assign: ['assigned', '分配'],
  answer: ['answered', '响应'],
  resolve: ['resolved', '解决'],
};

const ROLES: Words = {
  operator: '操作工',
  lead: '班组长',
  planner: '计划员',
  manager: '经理',
  admin: '管理员',
  terminal: '终端',
  board: '看板',
  channel: '渠道',
};

const DIMENSIONS: Words = {
  ...KINDS,
  'item-class': '物料分类',
  hour: '小时',
  day: '天',
  week: '周',
  month: '月',
};

/** Fields of requests that refusals name. */
const FIELDS: Words = {
  customer: '客户',
  order: '订单',
  operation: '工序',
  item: '物料',
  component: '组件',
  skill: '技能',
  station: '工位',
  stations: '工位',
  line: '产线',
  worker: '员工',
  workers: '员工',
  workOrder: '工单',
  reason: '原因',
  scrapReason: '报废原因',
  requestedAt: '要求日期',
  latestCommittedAt: '承诺日期',
  changeover: '换型矩阵',
  shiftPattern: '班制',
  media: '媒体',
  lot: '批次',
  supply: '到货',
  badge: '工牌',
  shift: '班次',
  kpi: '指标',
  version: '版本',
  at: '时间',
  raisedAt: '呼叫时间',
};

/** `lines.0.item`: the last name, with the place in the list before it. */
function fieldIn(path: string): string {
  const parts = path.split('.');
  const name = FIELDS[parts.at(-1) ?? ''];
  const place = parts.slice(0, -1).find((part) => /^\d+$/.test(part));
  if (name === undefined) return path;
  return place === undefined ? name : `第 ${Number(place) + 1} 项的${name}`;
}

/** `order O-1`: a kind and an id. */
function thingIn(thing: string): string {
  const kind = Object.keys(KINDS)
    .filter((one) => thing.startsWith(`${one} `))
    .sort((a, b) => b.length - a.length)[0];
  if (kind === undefined) return thing;
  const id = thing.slice(kind.length + 1);
  return id.startsWith('of ') ? `${id.slice(3)} 的${KINDS[kind]}` : `${KINDS[kind]} ${id}`;
}

const listIn = (list: string, words: Words): string =>
  list
    .split(', ')
    .map((one) => words[one] ?? one)
    .join('、');

/** Where stock lies, in the middle of a sentence. */
const PLACES: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  raw: ['raw material', '原料库'],
  wip: ['work in progress', '在制品'],
  finished: ['finished goods', '成品库'],
  quarantine: ['quarantine', '待检区'],
};

/** Lines of the stock ledger. */
const MOVEMENTS: Words = {
  opening: '期初',
  receipt: '入库',
  issue: '领料',
  backflush: '倒冲',
  'wip-in': '转入在制',
  'wip-out': '转出在制',
  completion: '完工入库',
  scrap: '报废',
  rework: '返工',
  transfer: '调拨',
  shipment: '发货',
  return: '退货',
  adjustment: '盘点调整',
};

/** `backflush WO-1.10, scrap`: kinds of movements, and what they were for. */
const movementsIn = (list: string): string =>
  list.replace(
    /(?:^|, )([a-z-]+)/g,
    (_, kind: string, at: number) => `${at > 0 ? '、' : ''}${MOVEMENTS[kind] ?? kind}`,
  );

type Say = (value: string) => string;
const by =
  (words: Words): Say =>
  (value) =>
    words[value] ?? value;

/** Facts whose values are words of ours, by name. */
const CHINESE: Readonly<Record<string, Say>> = {
  kind: by(KINDS),
  status: by(STATUSES),
  step: (value) => STEPS[value]?.[1] ?? value,
  roles: (value) => listIn(value, ROLES),
  by: by(DIMENSIONS),
  possible: (value) => listIn(value, DIMENSIONS),
  span: by({ shift: '班次', day: '日', month: '月' }),
  field: fieldIn,
  form: (value) => formIn(value, {}, 'zh-CN') ?? value,
  thing: thingIn,
  place: (value) => PLACES[value]?.[1] ?? value,
  home: (value) => PLACES[value]?.[1] ?? value,
  movements: movementsIn,
  limit: (value) => value.replace(/^(\d+) d$/, '$1 天'),
  what: by({ components: '组件', shifts: '班次', families: '换型族' }),
  user: (value) => KINDS[value.replace(/_/g, ' ')] ?? '其他数据',
  shift: by({ absence: '缺勤', overtime: '加班', closed: '停工', extra: '加开班次', maintenance: '维护' }),
};

const ENGLISH: Readonly<Record<string, Say>> = {
  status: (value) => value.replace(/^part-/, 'partly ').replace(/-/g, ' '),
  step: (value) => STEPS[value]?.[0] ?? value,
  user: (value) => value.replace(/_/g, ' '),
  place: (value) => PLACES[value]?.[0] ?? value,
  home: (value) => PLACES[value]?.[0] ?? value,
};

/**
 * A fact as a sentence in a language says it: names and numbers as they are, words of ours in that language.
 * @param name of the fact
 * @param value as the refusal gives it
 * @param language language of the reader
 */
export function factIn<V>(name: string, value: V, language: Language): V | string {
  if (typeof value !== 'string') return value;
  return (language === 'zh-CN' ? CHINESE : ENGLISH)[name]?.(value) ?? value;
}
