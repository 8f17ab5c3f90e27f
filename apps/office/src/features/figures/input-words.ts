import { INPUTS, type InputName } from '@takt/kpi';
import type { Format } from '@takt/ui';

const SEC_PER_HOUR = 3600;
const SEC_PER_DAY = 86_400;
/** From here on fractions of a sum tell nothing. */
const LARGE = 1000;

/** Percentiles of lead times are in hours already. */
const unitOf = (name: string): string =>
  /^p\d+$/.test(name) ? 'h' : (INPUTS[name as InputName]?.split(':')[0] ?? 'count');

/**
 * A sum, with decimals where it is small.
 * @param value the sum
 * @param format formats of the reader
 */
export function sumText(value: number, format: Pick<Format, 'number'>): string {
  return format.number(value, Math.abs(value) >= LARGE ? 0 : 3);
}

/**
 * The value of an input in units that people think in: hours, money, and what stood over days.
 * @param name of the input
 * @param value as core gives it: seconds, and what stood over seconds
 * @param format formats of the reader
 */
export function inputText(
  name: string,
  value: number,
  format: Pick<Format, 'number' | 'money' | 'unit'>,
): string {
  const unit = unitOf(name);
  if (unit === 's') return `${sumText(value / SEC_PER_HOUR, format)} ${format.unit('h')}`;
  if (unit === 'h') return `${sumText(value, format)} ${format.unit('h')}`;
  if (unit === 'money') return format.money(value);
  if (unit === 'money·s') return `${format.money(value / SEC_PER_DAY)} × ${format.unit('days')}`;
  if (unit.endsWith('·s')) return `${sumText(value / SEC_PER_DAY, format)} × ${format.unit('days')}`;
  return sumText(value, format);
}
