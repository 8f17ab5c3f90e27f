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

/** The worst first; what has no value last. */
export function worstFirst(
  buckets: readonly KpiValue[],
  better: KpiDefinition['better'],
): readonly KpiValue[] {
  const rank = ({ value }: KpiValue) =>
    value === null ? Number.POSITIVE_INFINITY : better === 'higher' ? value : -value;
  return [...buckets].sort((a, b) => rank(a) - rank(b));
}
