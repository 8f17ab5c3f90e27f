import { STOCK_DIMENSIONS, ratio, type Kpi } from '../kpi';
import {
  STOCK_STAGES,
  averageStock,
  belowZero,
  isShort,
  stockExample,
  windowDays,
  type StockStage,
} from './stock-stage';

const daysOf = (stage: StockStage): Kpi =>
  ratio({
    wording: {
      id: `days-of-inventory${stage.suffix}`,
      version: 2,
      name: `Days of inventory${stage.name}`,
      nameZh: `库存天数${stage.nameZh}`,
      formula: `days of the window × time-weighted average stock / ${stage.usedName} = 365 / annual turns; none while the stock is below zero in the books`,
      formulaZh: `期间天数 × 时间加权平均库存 / ${stage.usedNameZh} = 365 / 年周转率；账面库存为负时不计算`,
      unit: 'days',
      better: 'lower',
      dimensions: STOCK_DIMENSIONS,
    },
    inputs: [stage.used, ...stage.areas],
    numerator: (get, facts) => averageStock(stage, get, facts).times(windowDays(facts)),
    denominator: (get) => get(stage.used),
    note: (_, facts) => (isShort(facts) ? 'few-days' : null),
    meaningless: ({ numerator }) => belowZero(numerator),
    golden: [
      { name: '30 days, 120,000 out of 200,000', facts: stockExample(stage, 30), expected: '50.0' },
      {
        name: 'a stock below zero',
        facts: { windowSec: 86_400, sums: { [stage.used]: 5, [stage.areas[0] ?? '']: -1 } },
        expected: 'n/a',
      },
      {
        name: 'nothing left the stock',
        facts: { windowSec: 86_400, sums: { stockAreaRaw: 5 } },
        expected: 'n/a',
      },
    ],
  });

/** Days of inventory of all stock, of each stage, and of finished items in units. */
export const daysOfInventory: readonly Kpi[] = STOCK_STAGES.map(daysOf);
