import type { ReasonWords } from './catalog-entry';

/** Why a report cannot be taken back: reasons of `operation.illegal-step`. */
export const TAKEN_BACK = {
  'taken-back': {
    en: [
      'This report on operation {operation} has been taken back already.',
      'Maybe somebody else was faster; look at the reports again.',
    ],
    zh: ['工序 {operation} 的这条报工已被撤销。', '也许他人已先操作；请重新查看报工记录。'],
  },
  'counter-entry': {
    en: [
      'This entry takes a report on operation {operation} back; it cannot be taken back itself.',
      'Maybe report the pieces anew.',
    ],
    zh: ['该记录是工序 {operation} 报工的撤销记录，不能再撤销。', '也许请重新报工。'],
  },
} as const satisfies Record<string, ReasonWords>;
