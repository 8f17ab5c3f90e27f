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

/**
 * What matters most first: the worst; or where most stock lies of what turned at all, then most of what did not, for material that
 * only goes into other items never leaves by itself. What has no value comes last.
 */
export function foremostFirst(
  buckets: readonly KpiValue[],
  definition: Pick<KpiDefinition, 'better' | 'unit'>,
): readonly KpiValue[] {
  const rank = (each: KpiValue): readonly [group: number, within: number] => {
    if (each.value === null) return [2, 0];
    const stock = stockBehind(each, definition);
    if (stock !== undefined) return [each.value === 0 ? 1 : 0, -stock];
    return [0, definition.better === 'higher' ? each.value : -each.value];
  };
  return buckets.toSorted((a, b) => {
    const [[groupA, withinA], [groupB, withinB]] = [rank(a), rank(b)];
    return groupA - groupB || withinA - withinB;
  });
}
