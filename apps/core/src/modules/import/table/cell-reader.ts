import type { z } from 'zod';
import { issueIn, QTY_MAX } from '@takt/contracts';
import { Exact, decimalText } from '@takt/production';
import type { Cell } from '../file/raw-sheet';
import { cellFault, shown, type CellFault } from './faults';

/** Turns a filled cell into a value, or says what is wrong with it. */
export type CellReader<T> = (cell: Exclude<Cell, null>) => T | CellFault;

// eslint-disable-next-line no-control-regex -- control characters are what is refused
const CONTROL = /[\u0000-\u001f\u007f\ufffd]|\p{Surrogate}/u;
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const EXPONENT = /^[+-]?\d+(?:\.\d+)?e[+-]?\d{1,2}$/i;
const COMMA = /^[+-]?\d[\d.,' ]*,[\d.,' ]*$/;
/** Decimal text has twelve digits before the point. */
const INTEGER_MAX = 1e12;

/** Full-width digits and signs, as Chinese keyboards write them, are the usual ones. */
const plain = (cell: Exclude<Cell, null>): string => (shown(cell) ?? '').normalize('NFKC').trim();

function written(cell: Exclude<Cell, null>): string {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'object' ? (shown(cell) ?? '') : String(cell).trim();
}

/** One line of text. A number counts as it is written, a date as day and time. */
export const text: CellReader<string> = (cell) =>
  CONTROL.test(written(cell)) ? cellFault('import.not-text') : written(cell);

/** A trade item number; one of 8, 12 or 13 digits, or without its leading zeros, is filled up to 14, as GS1 does. */
export const tradeItem: CellReader<string> = (cell) => {
  const said = text(cell);
  return typeof said === 'string' && /^\d{7,13}$/.test(said) ? said.padStart(14, '0') : said;
};

/** Text of several lines. */
export const lines: CellReader<string> = (cell) => {
  const all = written(cell).replace(/\r\n?/g, '\n');
  return CONTROL.test(all.replace(/[\n\t]/g, ' ')) ? cellFault('import.not-text') : all;
};

function numberOf(cell: Exclude<Cell, null>): string | CellFault {
  if (typeof cell === 'boolean' || cell instanceof Date)
    return cellFault('import.not-number', { value: shown(cell) });
  const digits = plain(cell);
  if (NUMBER.test(digits) || EXPONENT.test(digits)) return digits;
  return cellFault(COMMA.test(digits) ? 'import.decimal-comma' : 'import.not-number', { value: digits });
}

/** A number, with a decimal point. */
export const number: CellReader<number> = (cell) => {
  const digits = numberOf(cell);
  return typeof digits === 'string' ? Number(digits) : digits;
};

/** A whole number. */
export const whole: CellReader<number> = (cell) => {
  const value = number(cell);
  return typeof value !== 'number' || Number.isSafeInteger(value)
    ? value
    : cellFault('import.not-whole', { value });
};

/**
 * An exact decimal, as decimal text. A text may have six decimals at most; a number of a workbook is rounded to them, for it is
 * binary and often calculated.
 */
export const decimal: CellReader<string> = (cell) => {
  const digits = numberOf(cell);
  if (typeof digits !== 'string') return digits;
  const exact = new Exact(digits.replace(/^\+/, ''));
  const rounded = decimalText(exact);
  if (exact.abs().gte(INTEGER_MAX))
    return cellFault('import.too-large', { value: digits, limit: INTEGER_MAX });
  return typeof cell === 'number' || exact.eq(rounded)
    ? rounded
    : cellFault('import.too-precise', { value: digits });
};

/** A quantity: 0 or more, {@link QTY_MAX} at most. */
export const quantity: CellReader<string> = (cell) => {
  const value = decimal(cell);
  if (typeof value !== 'string') return value;
  if (Number(value) < 0) return cellFault('import.too-small', { value, limit: 0 });
  return Number(value) > QTY_MAX ? cellFault('import.too-large', { value, limit: QTY_MAX }) : value;
};

/** A quantity above 0. */
export const positive: CellReader<string> = (cell) => {
  const value = quantity(cell);
  return value === '0' ? cellFault('import.too-small', { value, limit: '0.000001' }) : value;
};

/** An amount of money of 0 or more. */
export const money: CellReader<string> = (cell) => {
  const value = decimal(cell);
  return typeof value === 'string' && Number(value) < 0
    ? cellFault('import.too-small', { value, limit: 0 })
    : value;
};

const YES = new Set(['true', 'yes', 'y', '1', 'x', '是', '对', '√', '✓', '✔']);
const NO = new Set(['false', 'no', 'n', '0', '-', '否', '×', '✗']);

/** Yes or no. */
export const yesNo: CellReader<boolean> = (cell) => {
  const word = plain(cell).toLowerCase();
  if (YES.has(word) || YES.has(shown(cell) ?? '')) return true;
  if (NO.has(word) || NO.has(shown(cell) ?? '')) return false;
  return cellFault('import.not-choice', { value: shown(cell), choices: 'yes 是, no 否' });
};

/**
 * One of some values, by its own name or in Chinese.
 * @param choices value → Chinese name
 */
export function choice<V extends string>(choices: Readonly<Record<V, string>>): CellReader<V> {
  const values = Object.entries<string>(choices) as [V, string][];
  return (cell) => {
    const word = plain(cell)
      .toLowerCase()
      .replace(/[\s_]+/g, '-');
    const found = values.find(([value, zh]) => value.toLowerCase() === word || zh === plain(cell));
    return found
      ? found[0]
      : cellFault('import.not-choice', {
          value: shown(cell),
          choices: values.map(([value, zh]) => `${value} ${zh}`).join(', '),
        });
  };
}

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const DAY_MIN = '2000-01-01';
const DAY_MAX = '2100-12-31';
const TIME = /^(\d{1,2}):(\d{2})(?::00)?$/;
const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');

/** A zero where a day was meant becomes 1899 or 1970. */
function inOurTime(value: string): string | CellFault {
  if (value < DAY_MIN) return cellFault('import.too-small', { value, limit: DAY_MIN });
  return value > DAY_MAX ? cellFault('import.too-large', { value, limit: DAY_MAX }) : value;
}

/** A day: a date cell, or `2026-03-04` (also with / or . or 年月日). */
export const day: CellReader<string> = (cell) => {
  if (cell instanceof Date) return inOurTime(cell.toISOString().slice(0, 10));
  const match = DAY.exec(plain(cell));
  const word = match ? `${match[1]}-${two(match[2])}-${two(match[3])}` : '';
  const exists = word !== '' && new Date(`${word}T00:00:00Z`).toJSON()?.slice(0, 10) === word;
  return exists ? inOurTime(word) : cellFault('import.not-form', { value: shown(cell), form: '2026-03-04' });
};

/** A time of day: a time cell, or `06:00`. */
export const time: CellReader<string> = (cell) => {
  const word = cell instanceof Date ? cell.toISOString().slice(11, 16) : plain(cell);
  const match = TIME.exec(word);
  const value = match ? `${two(match[1])}:${match[2]}` : '';
  return value !== '' && value <= '24:00' && (match?.[2] ?? '') < '60'
    ? value
    : cellFault('import.not-form', { value: shown(cell), form: '06:00' });
};

/**
 * Several values in one cell, separated by semicolons or vertical bars.
 * @param one reads each of them
 */
export function listOf<T>(one: CellReader<T>): CellReader<T[]> {
  return (cell) => {
    const values: T[] = [];
    for (const part of String(shown(cell)).split(/[;；|]/)) {
      if (part.trim() === '') continue;
      const value = one(part.trim());
      if (typeof value === 'object' && value !== null && 'fault' in value) return value;
      values.push(value as T);
    }
    return values;
  };
}

/** What a schema of the contract says against a value, as a fault of the cell; null when it fits. */
export function misfit(schema: z.ZodType, value: unknown): CellFault | null {
  const parsed = schema.safeParse(value);
  const issue = parsed.error?.issues[0];
  if (!issue) return null;
  const told = Array.isArray(value) ? value.map((one) => String(one)).join('; ') : String(value);
  if (issue.code === 'too_big' || issue.code === 'too_small') {
    const limit = Number(issue.code === 'too_big' ? issue.maximum : issue.minimum);
    if (issue.origin === 'string' && issue.code === 'too_big') return cellFault('import.too-long', { limit });
    return cellFault(issue.code === 'too_big' ? 'import.too-large' : 'import.too-small', {
      value: told,
      limit,
    });
  }
  return cellFault('import.not-id', { value: told, form: issueIn(issue, value, 'en') });
}
