import type { KpiFact } from '@takt/contracts';
import type { Format } from '@takt/ui';
import type { Names } from '../../lib/use-names';

/** Where a fact can be looked at in the office; undefined: only here. */
export function addressOf({ kind, values }: Pick<KpiFact, 'kind' | 'values'>): string | undefined {
  const id = (key: string) => {
    const value = values[key];
    return value === null || value === undefined || value === '' ? undefined : encodeURIComponent(value);
  };
  const order = id('order');
  const line = id('line');
  if (order) return kind === 'order-line' && line ? `/orders/${order}?line=${line}` : `/orders/${order}`;
  const operation = id('operation');
  if (operation) return `/schedule?operation=${operation}`;
  const lot = id('lot');
  return lot && `/trace/lot/${lot}`;
}

const named: Readonly<Record<string, (names: Names) => (id: string) => string>> = {
  item: (names) => names.item,
  station: (names) => names.station,
  line: (names) => names.line,
  customer: (names) => names.customer,
  worker: (names) => names.worker,
  reason: (names) => names.reason,
  scrapReason: (names) => names.reason,
};

/** What a reader needs to have values of facts written. */
export interface FactReader {
  readonly names: Names;
  readonly format: Format;
  /** the word for the state of a station */
  readonly state: (state: string | number) => string;
}

/**
 * A value of a fact for the reader, by the name it has: instants end in At, durations in Sec, things have their names.
 * @param key name of the value
 * @param value as core gives it
 * @param reader names, formats, words
 */
export function factValue(key: string, value: string | number, reader: FactReader): string {
  const { names, format } = reader;
  if (key.endsWith('At')) return format.when(String(value));
  if (key.endsWith('Sec')) return format.duration(Number(value));
  if (key === 'value') return format.money(value);
  if (key === 'line' && typeof value === 'number') return String(value);
  if (key === 'state') return reader.state(value);
  const book = named[key];
  if (book) return book(names)(String(value));
  return typeof value === 'number' ? format.qty(value) : value;
}
