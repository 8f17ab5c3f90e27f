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
  /** the word for a place of stock */
  readonly place: (place: string | number) => string;
  /** the word for a kind of movement */
  readonly movement: (kind: string | number) => string;
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
  if (key === 'place') return reader.place(value);
  const book = named[key];
  if (book) return book(names)(String(value));
  return typeof value === 'number' ? format.qty(value) : value;
}

/** What a fact is, with the names of things for the reader; as core says it where nothing is named. */
export function factTitle(
  { kind, title, values }: Pick<KpiFact, 'kind' | 'title' | 'values'>,
  reader: FactReader,
): string {
  const { names, movement, state } = reader;
  const text = (key: string) => String(values[key] ?? '');
  const some = (...parts: readonly string[]) => parts.filter(Boolean).join(' · ');
  if (kind === 'movement') return some(movement(text('kind')), names.item(text('item')));
  if (kind === 'order-line') return some(`${text('order')}/${text('line')}`, names.item(text('item')));
  if (kind === 'stop' || kind === 'state')
    return some(names.station(text('station')), state(text('state')), names.reason(text('reason')));
  return title;
}

/** Where amounts are small, so many decimals tell that they are not nothing. */
const SMALL = { below: 10, decimals: 4 } as const;

/** A part of a figure's numerator or denominator. */
export function partText(amount: number, format: Pick<Format, 'number'>): string {
  const decimals = Math.abs(amount) < SMALL.below ? SMALL.decimals : 1;
  return format.number(Number(amount.toFixed(decimals)) || 0, decimals); // -0 is 0
}
