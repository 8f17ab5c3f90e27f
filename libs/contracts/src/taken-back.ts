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

/** Why a movement cannot be taken back: reasons of `thing.exists`. */
export const MOVEMENT_TAKEN_BACK = {
  'taken-back': {
    en: [
      'This movement has been taken back already, by {id}.',
      'Maybe somebody else was faster; look at the ledger again.',
    ],
    zh: ['该库存流水已被 {id} 撤销。', '也许他人已先操作；请重新查看流水。'],
  },
  'counter-entry': {
    en: [
      'This entry takes the movement {id} back; it cannot be taken back itself.',
      'Maybe book the movement anew.',
    ],
    zh: ['该记录是库存流水 {id} 的撤销记录，不能再撤销。', '也许请重新登记该流水。'],
  },
  correction: {
    en: [
      'This entry restates the value of the movement {id}; it cannot be taken back itself.',
      'Maybe take that movement back: its corrections follow.',
    ],
    zh: ['该记录是库存流水 {id} 的金额更正，不能单独撤销。', '也许应撤销该流水，其更正会随之撤销。'],
  },
} as const satisfies Record<string, ReasonWords>;
