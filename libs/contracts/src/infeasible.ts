import type { ReasonWords } from './catalog-entry';

/** Why an operation does not fit where somebody wants it: the reasons of `schedule.infeasible`. */
export const INFEASIBLE: Readonly<Record<string, ReasonWords>> = {
  unknown: {
    en: [
      'Operation {operation} is not waiting to be planned.',
      'Maybe it has begun or was finished meanwhile.',
    ],
    zh: ['工序 {operation} 不在待排程状态。', '也许它已开工或已完成。'],
  },
  past: {
    en: ['{operation} cannot be planned at {at}: that is over.', 'Maybe choose a later time.'],
    zh: ['{operation} 不能安排在 {at}：该时间已过去。', '也许请选择更晚的时间。'],
  },
  station: {
    en: ['{operation} cannot be done on {station}.', 'Maybe choose one of the stations of its routing.'],
    zh: ['{operation} 不能在 {station} 上加工。', '也许请选择其工艺路线中的工位。'],
  },
  calendar: {
    en: ['{station} does not work at {at}.', 'Maybe choose another time, or add a shift.'],
    zh: ['{station} 在 {at} 不工作。', '也许请选择其他时间，或增加班次。'],
  },
  busy: {
    en: [
      '{station} is busy with {subject} at {at}, which stays where it is.',
      'Maybe choose another time or station.',
    ],
    zh: ['{station} 在 {at} 正忙于 {subject}，后者不能移动。', '也许请选择其他时间或工位。'],
  },
  waits: {
    en: ['{operation} waits for {subject}, which is not over at {at}.', 'Maybe choose a later time.'],
    zh: ['{operation} 需等待 {subject}，后者在 {at} 尚未结束。', '也许请选择更晚的时间。'],
  },
  material: {
    en: ['The material of {operation} is not there yet at {at}.', 'Maybe choose a later time.'],
    zh: ['{operation} 的物料在 {at} 尚未到位。', '也许请选择更晚的时间。'],
  },
};
