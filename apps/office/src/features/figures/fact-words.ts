import type { KpiFact } from '@takt/contracts';
import type { Format } from '@takt/ui';
import type { Names } from '../../lib/use-names';

/** Where kinds of facts are looked at that name nothing with a page of its own. */
const lists: Partial<Readonly<Record<KpiFact['kind'], string>>> = {
  attendance: '/now?view=people&people=week',
  notice: '/schedule?view=notices&notices=all',
};

/** Where a fact can be looked at in the office; undefined: only here. */
export function addressOf({ kind, values }: Pick<KpiFact, 'kind' | 'values'>): string | undefined {
  const id = (key: string) => {
    const value = values[key];
    return value === null || value === undefined || value === '' ? undefined : encodeURIComponent(value);
  };
  const [order, line, operation, lot] = [id('order'), id('line'), id('operation'), id('lot')];
  const [workOrder, version, item, station] = [id('workOrder'), id('version'), id('item'), id('station')];
  if (order) return kind === 'order-line' && line ? `/orders/${order}?line=${line}` : `/orders/${order}`;
  if (operation) return `/schedule?operation=${operation}`;
  if (lot) return `/trace/lot/${lot}`;
  if (workOrder) return `/work?status=all&work-order=${workOrder}`;
  if (kind === 'plan' && version) return `/schedule?view=versions&version=${version}`;
  if (kind === 'movement' || kind === 'opening') return item && `/stock?view=movements&item=${item}`;
  return lists[kind] ?? (station && `/now?station=${station}`);
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
  if (key === 'workers') return String(value).split(' ').map(names.worker).join(', ');
  const book = named[key];
  if (book) return book(names)(String(value));
  return typeof value === 'number' ? format.qty(value) : value;
}

/** By which of its values a fact is named. */
const titled: Partial<Readonly<Record<KpiFact['kind'], readonly string[]>>> = {
  movement: ['kind', 'item'],
  opening: ['item'],
  'order-line': ['order', 'item'],
  order: ['order', 'customer'],
  'work-order': ['workOrder', 'item'],
  report: ['operation', 'item'],
  count: ['station', 'item'],
  schedule: ['operation', 'station'],
  attendance: ['worker'],
  stop: ['station', 'state', 'reason'],
  state: ['station', 'state', 'reason'],
};

/** What a fact is, with the names of things for the reader; as core says it where nothing is named. */
export function factTitle(
  { kind, title, values }: Pick<KpiFact, 'kind' | 'title' | 'values'>,
  reader: FactReader,
): string {
  const said = (titled[kind] ?? []).flatMap((key) => {
    const value = values[key];
    if (value === null || value === undefined || value === '') return [];
    if (key === 'kind') return [reader.movement(value)];
    return [
      key === 'order' && kind === 'order-line' ? `${value}/${values['line']}` : factValue(key, value, reader),
    ];
  });
  return said.length > 0 ? said.join(' · ') : title;
}

/** Does the title of a fact say this value already? */
export function isTitled(kind: KpiFact['kind'], key: string): boolean {
  return titled[kind]?.includes(key) ?? false;
}

/** Decimals of an amount: about four digits tell it. */
const decimalsOf = (size: number): number => (size < 1 ? 4 : size < 10 ? 3 : size < 100 ? 2 : 1);

/** A part of a figure's numerator or denominator. */
export function partText(amount: number, format: Pick<Format, 'number'>): string {
  return format.number(amount, decimalsOf(Math.abs(amount)));
}
