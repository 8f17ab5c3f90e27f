import type { KpiValue } from '@takt/contracts';
import { NOT_ANNUALISED, STOCK_BELOW_ZERO } from './definitions/stock-stage';
import type { KpiNote } from './kpi';

/**
 * What there is to say about a value: `value` it holds · `thin` it holds, but much of its input is missing · `nothing` nothing fell into
 * the window that it measures · `no-data` nothing was heard at all. None of them is zero.
 */
export type Standing = 'value' | 'thin' | 'nothing' | 'no-data';

/** Less of the input than this is not enough to judge by. */
export const ENOUGH = 0.6;
/** From here on what is missing of the input is not worth a word. */
const WHOLE = 0.995;

/** How far a value can be relied on. */
export function standingOf({ value, completeness }: Pick<KpiValue, 'value' | 'completeness'>): Standing {
  if (value === null) return completeness === 0 ? 'no-data' : 'nothing';
  return completeness < ENOUGH ? 'thin' : 'value';
}

/** Is the value stated for a year, where such a figure is? */
export const isAnnual = ({ note }: Pick<KpiValue, 'note'>): boolean => note !== NOT_ANNUALISED;

/** A sentence that has to stand beside a value, in both languages. */
export interface Remark {
  /** `note` how it is to be read · `none` why there is none · `thin` too little of its input is known to judge by it · `share` how much is */
  readonly kind: 'note' | 'none' | 'thin' | 'share';
  readonly name: string;
  readonly nameZh: string;
}

const NOTES: Readonly<Record<KpiNote, readonly [name: string, nameZh: string]>> = {
  'not-annualised': ['Less than 28 days of data: not annualised.', '数据不足 28 天，未年化。'],
  'few-days': ['Less than 28 days of data: not enough to judge by.', '数据不足 28 天，尚不足以判断。'],
  'above-100': [
    'Above 100 %: faster than the standard time. Maybe the standard is too slow.',
    '超过 100 %：快于标准工时，也许标准工时偏长。',
  ],
  sketched: [
    'Estimated from a sketch of the distribution; the error is at most 1 %.',
    '由分布概要估算，误差不超过 1 %。',
  ],
  [STOCK_BELOW_ZERO]: ['The books show stock below zero on average: count it.', '账面平均库存为负，请盘点。'],
};
const NO_DATA = ['Nothing was heard in this window.', '此期间没有收到任何数据。'] as const;
const NOTHING = [
  'Nothing that this figure measures fell into the window.',
  '此期间没有可计入该指标的事项。',
] as const;

/**
 * What has to be said beside a value, on pages and in reports alike.
 * @param value the value; null: nothing is known of it
 * @param percent writes a share for the reader, without the sign
 */
export function remarksOf(value: KpiValue | null, percent: (share: number) => string): Remark[] {
  if (value === null) return [remark('none', NO_DATA)];
  const { note, completeness } = value;
  const standing = standingOf(value);
  const share = percent(completeness);
  const found: Remark[] = [];
  if (note !== null) found.push(remark('note', NOTES[note as KpiNote] ?? [note, note]));
  if (standing === 'nothing' && note === null) found.push(remark('none', NOTHING));
  if (standing === 'no-data') found.push(remark('none', NO_DATA));
  if (standing === 'thin')
    found.push(remark('thin', [`Not enough data: ${share} % known`, `数据不足：仅 ${share} % 已知`]));
  if (standing === 'value' && completeness < WHOLE)
    found.push(remark('share', [`${share} % of the input known`, `输入数据完整度 ${share} %`]));
  return found;
}

const remark = (kind: Remark['kind'], [name, nameZh]: readonly [string, string]): Remark => ({
  kind,
  name,
  nameZh,
});
