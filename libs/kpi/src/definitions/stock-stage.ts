import { Exact } from '@takt/production';
import type { InputName } from '../input';
import type { KpiFacts } from '../kpi';

/** A part of the stock with what leaves it: the basis of turns and days. */
export interface StockStage {
  /** suffix of the figure's id; empty: the whole */
  readonly suffix: '' | '-raw' | '-wip' | '-finished' | '-units';
  readonly name: string;
  readonly nameZh: string;
  readonly used: InputName;
  readonly usedName: string;
  readonly usedNameZh: string;
  readonly areas: readonly InputName[];
}

/** All stock, its three stages by value, and finished items by quantity. */
export const STOCK_STAGES: readonly StockStage[] = [
  {
    suffix: '',
    name: '',
    nameZh: '',
    used: 'cogsValue',
    usedName: 'cost of goods shipped, less returns',
    usedNameZh: '发货成本（扣除退货）',
    areas: ['stockAreaRaw', 'stockAreaWip', 'stockAreaFinished'],
  },
  {
    suffix: '-raw',
    name: ', bought material',
    nameZh: '（原材料）',
    used: 'rawUsedValue',
    usedName: 'value of bought material consumed',
    usedNameZh: '原材料消耗价值',
    areas: ['stockAreaRaw'],
  },
  {
    suffix: '-wip',
    name: ', work in progress',
    nameZh: '（在制品）',
    used: 'wipUsedValue',
    usedName: 'value of finished items completed',
    usedNameZh: '完工价值',
    areas: ['stockAreaWip'],
  },
  {
    suffix: '-finished',
    name: ', finished items',
    nameZh: '（成品）',
    used: 'cogsValue',
    usedName: 'cost of goods shipped, less returns',
    usedNameZh: '发货成本（扣除退货）',
    areas: ['stockAreaFinished'],
  },
  {
    suffix: '-units',
    name: ', finished items in units',
    nameZh: '（成品，按数量）',
    used: 'shippedQty',
    usedName: 'quantity shipped, less returns',
    usedNameZh: '发货数量（扣除退货）',
    areas: ['stockAreaQty'],
  },
];

/** Turns are annualised from so many days on. */
export const ANNUALISE_DAYS = 28;
/** What is noted beside turns of a window that is too short to speak of years. */
export const NOT_ANNUALISED = 'not-annualised';
const DAY_SEC = 86_400;
const YEAR_DAYS = 365;

/** Length of the window in days. */
export function windowDays(facts: KpiFacts): Exact {
  return new Exact(facts.windowSec ?? 0).div(DAY_SEC);
}

/** Is the window too short to speak of years? */
export function isShort(facts: KpiFacts): boolean {
  return windowDays(facts).lessThan(ANNUALISE_DAYS);
}

/** How often the window goes into the time that turns are stated for: into a year, or once when it is too short to speak of years. */
export function timesOver(facts: KpiFacts): Exact {
  return isShort(facts) ? new Exact(1) : new Exact(YEAR_DAYS).div(windowDays(facts));
}

/** Time-weighted average of a stage's stock over the window: its area over time, divided by the window. */
export function averageStock(stage: StockStage, get: (name: InputName) => Exact, facts: KpiFacts): Exact {
  const sec = new Exact(facts.windowSec ?? 0);
  const area = stage.areas.reduce((sum, name) => sum.plus(get(name)), new Exact(0));
  return sec.isZero() ? new Exact(0) : area.div(sec);
}

/** What is noted instead of turns and days of a stock that is below zero in the books: they would mean nothing. */
export const STOCK_BELOW_ZERO = 'stock-below-zero';

/** The note for an average stock. */
export const belowZero = (stock: Exact): typeof STOCK_BELOW_ZERO | null =>
  stock.lessThan(0) ? STOCK_BELOW_ZERO : null;

/** Some days in which 120,000 left a stock worth 200,000 on average. */
export function stockExample(stage: StockStage, days: number): KpiFacts {
  const windowSec = days * DAY_SEC;
  const area = new Exact(200_000).times(windowSec).div(stage.areas.length);
  const areas = Object.fromEntries(stage.areas.map((name) => [name, area]));
  return { windowSec, sums: { ...areas, [stage.used]: 120_000 } };
}
