import { ratio, STOCK_DIMENSIONS, type Kpi } from '../kpi';
import {
  ANNUALISE_DAYS,
  NOT_ANNUALISED,
  STOCK_STAGES,
  averageStock,
  belowZero,
  isShort,
  stockExample,
  timesOver,
  type StockStage,
} from './stock-stage';

const turnsOf = (stage: StockStage): Kpi =>
  ratio({
    wording: {
      id: `inventory-turns${stage.suffix}`,
      version: 2,
      name: `Inventory turns${stage.name}`,
      nameZh: `库存周转率${stage.nameZh}`,
      formula: `annualised ${stage.usedName} / time-weighted average stock, (1/T)·Σ stock·dt from the ledger; consigned stock is excluded. Below ${ANNUALISE_DAYS} days: turns of the window, not annualised. None while the stock is below zero in the books`,
      formulaZh: `年化${stage.usedNameZh} / 时间加权平均库存，即台账 (1/T)·Σ 库存·dt；不含寄售库存。不足 ${ANNUALISE_DAYS} 天不做年化；账面库存为负时不计算`,
      unit: 'turns',
      better: 'higher',
      dimensions: STOCK_DIMENSIONS,
      headline: stage.suffix === '',
    },
    inputs: [stage.used, ...stage.areas],
    numerator: (get, facts) => get(stage.used).times(timesOver(facts)),
    denominator: (get, facts) => averageStock(stage, get, facts),
    note: (_, facts) => (isShort(facts) ? NOT_ANNUALISED : null),
    meaningless: ({ denominator }) => belowZero(denominator),
    golden: [
      { name: '30 days, 120,000 out of 200,000', facts: stockExample(stage, 30), expected: '7.30' },
      {
        name: 'a week is not annualised',
        facts: stockExample(stage, 7),
        expected: '0.60',
      },
      {
        name: 'a stock below zero',
        facts: { windowSec: 86_400, sums: { [stage.used]: 5, [stage.areas[0] ?? '']: -1 } },
        expected: 'n/a',
      },
      { name: 'no stock', facts: { windowSec: 86_400, sums: { [stage.used]: 5 } }, expected: 'n/a' },
    ],
  });

/** Inventory turns of all stock (headline), of each stage, and of finished items in units. */
export const inventoryTurns: readonly Kpi[] = STOCK_STAGES.map(turnsOf);
