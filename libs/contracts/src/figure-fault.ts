import { entry } from './catalog-entry';

/** A time from which nothing can be read; each list names its own. */
const unusableWindow = entry(
  422,
  [
    'The window from {from} to {to} is not usable.',
    'Maybe the end lies before the start, or it is longer than {limit}.',
  ],
  ['时间范围 {from} 至 {to} 不可用。', '也许结束早于开始，或超过 {limit}。'],
  {
    backwards: {
      en: ['The window from {from} to {to} does not end after it begins.', 'Maybe the two are exchanged.'],
      zh: ['时间范围 {from} 至 {to} 的结束不晚于开始。', '也许两者填反了。'],
    },
    long: {
      en: ['The window from {from} to {to} is longer than {limit}.', 'Maybe ask for a part of it at a time.'],
      zh: ['时间范围 {from} 至 {to} 超过 {limit}。', '也许可以分段查询。'],
    },
  },
);

/** What may be wrong with the figures that somebody asks for, and with the times of lists. */
export const figureFaultCatalog = {
  'kpi.window': unusableWindow,
  'shift.window': unusableWindow,
  'attendance.window': unusableWindow,
  'station.window': unusableWindow,
  'stock.window': unusableWindow,
  'kpi.dimension': entry(
    422,
    [
      'The figure {kpi} cannot be broken down or filtered by {by}.',
      'Maybe one of its own dimensions: {possible}.',
    ],
    ['指标 {kpi} 不能按 {by} 拆分或筛选。', '也许可以用它自己的维度：{possible}。'],
  ),
  'kpi.basis': entry(
    422,
    [
      'The figure {kpi} has no basis {basis}: only figures of deliveries have one.',
      'Maybe leave it out, or ask for one of {figures}.',
    ],
    [
      '指标 {kpi} 没有口径 {basis}：只有交付指标才有口径。',
      '也许可以去掉口径，或查询以下指标之一：{figures}。',
    ],
  ),
  'kpi.target': entry(
    422,
    [
      'The target of {kpi} cannot be {value} {unit}: it is from {least} to {most}.',
      'Maybe a point stands at the wrong place, or another figure was meant.',
    ],
    [
      '指标 {kpi} 的目标值不能是 {value} {unit}：范围为 {least} 至 {most}。',
      '也许小数点位置有误，或选错了指标。',
    ],
  ),
  'kpi.note-ahead': entry(
    422,
    [
      'No note can stand at {value}: it is {now}, and there are no figures of it yet.',
      'Maybe the year is wrong. What is planned belongs into the calendar of shifts.',
    ],
    ['不能在 {value} 写批注：现在是 {now}，那时还没有指标。', '也许年份有误。计划中的事项请写入班次日历。'],
  ),
} as const;
