/** What has been keyed in. */
export interface Entry {
  /** digits, at most one decimal point, a minus where it is allowed: `12`, `0.5`, `-18`; empty: nothing yet */
  readonly text: string;
  /** the next digit replaces the text: it was put there, not keyed in */
  readonly fresh: boolean;
}

/** A key of the pad. `rest` fills in what is still missing. */
export type Key =
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'point' | 'erase' | 'clear' | 'sign' }
  | { readonly kind: 'add'; readonly amount: number }
  | { readonly kind: 'put'; readonly value: string };

/** What may be keyed in. */
export interface EntryLimits {
  /** most decimals, 0 to 6; 0 for pieces */
  readonly decimals: number;
  /** largest value; more is cut off at the key that would exceed it */
  readonly max: number;
  /** most digits of a code such as a PIN: it is text, so its leading zeros stay and `max` does not matter */
  readonly codeDigits?: number | undefined;
}

/** Nothing keyed in yet. */
export const EMPTY_ENTRY: Entry = { text: '', fresh: true };

function within(text: string, { decimals, max, codeDigits }: EntryLimits): boolean {
  if (codeDigits !== undefined) return text.length <= codeDigits;
  const [, after = ''] = text.split('.');
  return after.length <= decimals && Number(text) <= max && text.length <= 16;
}

/** Decimal text without noise: no exponent, no tail of zeros. */
function decimalText(value: number): string {
  return String(Number(value.toFixed(6)));
}

/**
 * What stands on the display after a key.
 * @param entry what stood there
 * @param key the key
 * @param limits decimals and largest value; a key that would break them changes nothing
 */
export function press(entry: Entry, key: Key, limits: EntryLimits): Entry {
  const before = entry.fresh ? '' : entry.text;
  switch (key.kind) {
    case 'digit': {
      const text = before === '0' && limits.codeDigits === undefined ? key.digit : before + key.digit;
      return within(text, limits) ? { text, fresh: false } : entry;
    }
    case 'point': {
      if (limits.decimals === 0 || before.includes('.')) return entry;
      return { text: `${before === '' ? '0' : before}.`, fresh: false };
    }
    case 'sign':
      if (before === '') return entry;
      return { text: before.startsWith('-') ? before.slice(1) : `-${before}`, fresh: false };
    case 'erase':
      return entry.fresh || /^-?.$/.test(entry.text)
        ? EMPTY_ENTRY
        : { text: entry.text.slice(0, -1), fresh: false };
    case 'clear':
      return EMPTY_ENTRY;
    case 'add': {
      const text = decimalText(Math.max(0, Number(entry.text) + key.amount));
      return within(text, limits) ? { text, fresh: false } : entry;
    }
    case 'put':
      return within(key.value, limits) ? { text: key.value, fresh: true } : entry;
  }
}
