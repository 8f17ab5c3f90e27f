import type { KpiDefinition, KpiDimension, KpiValue } from '@takt/contracts';
import type { Names } from '../../lib/use-names';

const THINGS: readonly KpiDimension[] = [
  'line',
  'station',
  'item',
  'item-class',
  'customer',
  'worker',
  'shift',
];

/** What a figure can be broken down by, other than time. */
export function dimensionsOf({ dimensions }: Pick<KpiDefinition, 'dimensions'>): readonly KpiDimension[] {
  return dimensions.filter((each) => THINGS.includes(each));
}

/** Name of a key of a dimension. */
export function nameOf(dimension: KpiDimension, key: string, names: Names): string {
  if (key === '') return '–';
  if (dimension === 'line') return names.line(key);
  if (dimension === 'station') return names.station(key);
  if (dimension === 'item') return names.item(key);
  if (dimension === 'customer') return names.customer(key);
  return dimension === 'worker' ? names.worker(key) : key;
}

/** Of turns and days of stock: the stock that they are about, on average or summed over days; undefined for other figures. */
export function stockBehind(
  { numerator, denominator }: Pick<KpiValue, 'numerator' | 'denominator'>,
  { unit }: Pick<KpiDefinition, 'unit'>,
): number | undefined {
  if (unit === 'turns') return denominator;
  return unit === 'days' ? numerator : undefined;
}

/** What matters most first: the worst, or where most stock lies, for what lies there little turns seldom and costs nothing. What has no value comes last. */
export function foremostFirst(
  buckets: readonly KpiValue[],
  definition: Pick<KpiDefinition, 'better' | 'unit'>,
): readonly KpiValue[] {
  const rank = (each: KpiValue) => {
    if (each.value === null) return Number.POSITIVE_INFINITY;
    const stock = stockBehind(each, definition);
    if (stock !== undefined) return -stock;
    return definition.better === 'higher' ? each.value : -each.value;
  };
  return buckets.toSorted((a, b) => rank(a) - rank(b));
}
