import type { FigureReportSpan, KpiLight, Language } from '@takt/contracts';

/** The words of a report. */
export interface ReportWords {
  readonly title: Readonly<Record<FigureReportSpan, string>>;
  readonly plant: string;
  readonly written: (at: string) => string;
  readonly figures: string;
  readonly stations: string;
  readonly days: string;
  readonly stops: string;
  readonly shortStops: string;
  readonly scrap: string;
  readonly late: string;
  readonly figure: string;
  readonly value: string;
  readonly before: string;
  readonly target: string;
  readonly state: string;
  readonly unit: string;
  readonly complete: string;
  readonly station: string;
  readonly day: string;
  readonly reason: string;
  readonly times: string;
  readonly minutes: string;
  readonly pieces: string;
  readonly order: string;
  readonly item: string;
  readonly customer: string;
  readonly promised: string;
  readonly shipped: string;
  readonly unexplained: string;
  readonly none: string;
  /** stands for a figure without denominator */
  readonly notAvailable: string;
  /** stands for a figure of which nothing is known */
  readonly noData: string;
  readonly lights: Readonly<Record<KpiLight, string>>;
  readonly units: Readonly<Record<string, string>>;
  /** unit of turns of the window alone */
  readonly turns: string;
  /** a sentence about some figures */
  readonly about: (figures: readonly string[], sentence: string) => string;
}

const en: ReportWords = {
  title: { shift: 'Shift report', day: 'Day report', month: 'Month report' },
  plant: 'whole plant',
  written: (at) => `written ${at}`,
  figures: 'Figures',
  stations: 'Stations',
  days: 'Day by day',
  stops: 'Stops by reason',
  shortStops: 'Short stops',
  scrap: 'Scrap by reason',
  late: 'Lines that missed their promise',
  ...{
    figure: 'Figure',
    value: 'Value',
    before: 'Before',
    target: 'Target',
    state: 'State',
    unit: 'Unit',
    complete: 'Complete %',
  },
  ...{
    station: 'Station',
    day: 'Day',
    reason: 'Reason',
    times: 'Times',
    minutes: 'Minutes',
    pieces: 'Pieces',
  },
  ...{ order: 'Order', item: 'Item', customer: 'Customer', promised: 'Promised', shipped: 'Shipped' },
  unexplained: 'without a reason',
  none: 'None in this time.',
  notAvailable: 'n/a',
  noData: 'no data',
  lights: { green: 'met', amber: 'just missed', red: 'missed', none: '' },
  units: { turns: 'turns/year', days: 'days' },
  turns: 'turns in this time',
  about: (figures, sentence) => `${figures.join('; ')}: ${sentence}`,
};

const zh: ReportWords = {
  title: { shift: '班次报告', day: '日报', month: '月报' },
  plant: '全厂',
  written: (at) => `生成于 ${at}`,
  figures: '指标',
  stations: '工位',
  days: '逐日',
  stops: '按原因的停机',
  shortStops: '短停',
  scrap: '按原因的报废',
  late: '未按承诺交付的订单行',
  ...{
    figure: '指标',
    value: '值',
    before: '上期',
    target: '目标',
    state: '状态',
    unit: '单位',
    complete: '数据完整 %',
  },
  ...{ station: '工位', day: '日期', reason: '原因', times: '次数', minutes: '分钟', pieces: '件数' },
  ...{ order: '订单', item: '物料', customer: '客户', promised: '承诺', shipped: '发货' },
  unexplained: '未说明原因',
  none: '此期间没有。',
  notAvailable: '不适用',
  noData: '无数据',
  lights: { green: '达标', amber: '略低于目标', red: '未达标', none: '' },
  units: {
    turns: '次/年',
    days: '天',
    pcs: '件',
    h: '小时',
    min: '分钟',
    orders: '单',
    'pcs/h': '件/小时',
    'pcs/shift': '件/班',
    'money/shift': 'money/班',
    s: '秒',
  },
  turns: '次（期间内）',
  about: (figures, sentence) => `${figures.join('；')}：${sentence}`,
};

/** The words of reports by language. */
export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = { en, 'zh-CN': zh };
