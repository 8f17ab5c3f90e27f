import type { Language } from '@takt/contracts';

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(language, options);
    formatters.set(key, found);
  }
  return found;
}

/** What is smaller than this is left over from adding fractions: nothing. */
const NOTHING = 1e-9;

/** Digits that tell a value which the decimals asked for would hide. */
const TELLING_DIGITS = 2;

/** Writes a number; one that is not zero never reads as zero: what is too small for its decimals shows its first digits instead. */
function written(value: number | string, language: Language, options: Intl.NumberFormatOptions): string {
  const usual = formatter(language, options);
  const size = Math.abs(Number(value));
  if (size < NOTHING) return usual.format(0);
  if (size >= 1 || size >= 10 ** -(usual.resolvedOptions().maximumFractionDigits ?? 0))
    return usual.format(value as number | Intl.StringNumericLiteral);
  const { minimumFractionDigits: _min, maximumFractionDigits: _max, ...style } = options;
  return formatter(language, { ...style, maximumSignificantDigits: TELLING_DIGITS }).format(Number(value));
}

/** Stands where there is no value. */
export const NO_VALUE = '–';

/**
 * A number with its groups of digits: `1,234.5`. Decimal text is not rounded on the way.
 * @param value number or decimal text; null, undefined, text that is no number: {@link NO_VALUE}
 * @param language language of the reader
 * @param decimals most decimals shown, 0 to 9; a value too small for them shows its first two digits
 */
export function formatNumber(
  value: number | string | null | undefined,
  language: Language,
  decimals = 6,
): string {
  if (value === null || value === undefined || value === '' || !Number.isFinite(Number(value)))
    return NO_VALUE;
  return written(value, language, { maximumFractionDigits: decimals });
}

/**
 * A quantity as a person says it: groups of digits, at most three decimals.
 * @param value number or decimal text
 * @param language language of the reader
 */
export function formatQty(value: number | string | null | undefined, language: Language): string {
  return formatNumber(value, language, 3);
}

/**
 * A share as a percentage without its sign, so that the unit can stand small beside it: 0.953 → `95.3`.
 * @param share 0 to 1 (more is possible)
 * @param language language of the reader
 * @param decimals decimals shown, always; more when the value would read as zero
 */
export function formatPercent(share: number | null | undefined, language: Language, decimals = 1): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return NO_VALUE;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return written(share * 100, language, options);
}

/**
 * An amount of money: `€1,234.50`.
 * @param value decimal text or number
 * @param currency ISO 4217
 * @param language language of the reader
 */
export function formatMoney(
  value: number | string | null | undefined,
  currency: string,
  language: Language,
): string {
  if (value === null || value === undefined || value === '' || !Number.isFinite(Number(value)))
    return NO_VALUE;
  return written(value, language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
}

/**
 * A difference with its sign: `+4.0`, `−1.5`, `0.0`.
 * @param value difference
 * @param language language of the reader
 * @param decimals decimals shown, always; more when the value would read as zero
 */
export function formatDifference(value: number | null | undefined, language: Language, decimals = 0): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NO_VALUE;
  return written(value, language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'exceptZero',
  }).replace('-', '−');
}
