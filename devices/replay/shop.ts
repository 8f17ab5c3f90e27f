import type { Stretch } from './production-log';

/** Something with a name in the log and an id in Takt. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** One operation of a part: where it was done, and how fast. */
export interface ShopOperation {
  readonly no: number;
  readonly name: string;
  readonly stations: readonly {
    readonly station: string;
    readonly runSecPerUnit: number;
    readonly setupSec: number;
  }[];
}

/** A part that was made, with every operation that any of its orders had. */
export interface Part extends Named {
  readonly operations: readonly ShopOperation[];
}

/** An order for a part. Instants epoch ms. */
export interface ShopOrder {
  readonly id: string;
  readonly part: string;
  readonly qty: number;
  /** operations that it had, by number */
  readonly operations: readonly number[];
  readonly startAt: number;
  readonly endAt: number;
  /** in the order in which they were reported: by their end */
  readonly stretches: readonly (Stretch & { readonly no: number })[];
}

/** A shop as its log shows it. */
export interface Shop {
  readonly stations: readonly Named[];
  readonly workers: readonly Named[];
  readonly parts: readonly Part[];
  readonly orders: readonly ShopOrder[];
}

const ID_LENGTH = 36;
const STEP = 10;
/** an operation that never said how fast it is */
const UNKNOWN_RUN_SEC = 60;
const LONGEST_RUN_SEC = 1_000_000;

/** Ids for names: lower case, hyphens; names that look alike get a number. */
export function idsFor(names: Iterable<string>): Map<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of new Set(names)) {
    const plain =
      name
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, ID_LENGTH) || 'x';
    let id = plain;
    for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`;
    taken.add(id);
    ids.set(name, id);
  }
  return ids;
}

function grouped<T>(list: readonly T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}

const total = (list: readonly Stretch[], of: (one: Stretch) => number): number =>
  list.reduce((sum, one) => sum + of(one), 0);
const lengthSec = ({ startAt, endAt }: Stretch): number => (endAt - startAt) / 1000;

/** What its stretches say of the times of an operation at a station. */
function pace(stretches: readonly Stretch[]): { readonly runSecPerUnit: number; readonly setupSec: number } {
  const runs = stretches.filter(({ work }) => work === 'run');
  const setups = stretches.filter(({ work }) => work === 'setup');
  const made = total(runs, ({ qty }) => qty);
  const sec = made > 0 ? total(runs, lengthSec) / made : UNKNOWN_RUN_SEC;
  return {
    runSecPerUnit: Math.min(LONGEST_RUN_SEC, Math.max(0.1, Math.round(sec * 10) / 10)),
    setupSec: setups.length === 0 ? 0 : Math.round(total(setups, lengthSec) / setups.length),
  };
}

/** The operations of a part in the order in which its orders had them, by the mean place in their sequence. */
function operationsOf(
  stretches: readonly Stretch[],
  stationIds: ReadonlyMap<string, string>,
): ShopOperation[] {
  const places = new Map<string, number[]>();
  for (const order of grouped(stretches, ({ workOrder }) => workOrder).values())
    [...new Set(order.map(({ operation }) => operation))].forEach((name, i, all) =>
      places.set(name, [...(places.get(name) ?? []), (i + 1) / all.length]),
    );
  const mean = (name: string): number => {
    const own = places.get(name) ?? [];
    return own.reduce((sum, place) => sum + place, 0) / own.length;
  };
  const byOperation = grouped(stretches, ({ operation }) => operation);
  return [...byOperation.keys()]
    .sort((a, b) => mean(a) - mean(b) || (a < b ? -1 : 1))
    .map((name, i) => ({
      no: (i + 1) * STEP,
      name,
      stations: [...grouped(byOperation.get(name) ?? [], ({ station }) => station)].map(([station, own]) => ({
        station: stationIds.get(station) ?? '',
        ...pace(own),
      })),
    }));
}

function orderOf(id: string, stretches: readonly Stretch[], part: Part): ShopOrder {
  const numbers = new Map(part.operations.map(({ name, no }) => [name, no]));
  const numbered = stretches
    .map((stretch) => ({ ...stretch, no: numbers.get(stretch.operation) ?? 0 }))
    .sort((a, b) => a.endAt - b.endAt || a.event - b.event);
  return {
    id,
    part: part.id,
    qty: stretches[0]?.orderQty ?? 0,
    operations: [...new Set(numbered.map(({ no }) => no))].sort((a, b) => a - b),
    startAt: Math.min(...stretches.map(({ startAt }) => startAt)),
    endAt: Math.max(...stretches.map(({ endAt }) => endAt)),
    stretches: numbered,
  };
}

/** Finds the shop in its log: what is not there was not told. */
export function shopOf(log: readonly Stretch[]): Shop {
  const stationIds = idsFor(log.map(({ station }) => station));
  const partIds = idsFor(log.map(({ part }) => part));
  const parts = [...grouped(log, ({ part }) => part)].map(([name, stretches]) => ({
    id: partIds.get(name) ?? '',
    name,
    operations: operationsOf(stretches, stationIds),
  }));
  const byName = new Map(parts.map((part) => [part.name, part]));
  const orders = [...grouped(log, ({ workOrder }) => workOrder)].flatMap(([id, stretches]) => {
    const part = byName.get(stretches[0]?.part ?? '');
    return part ? [orderOf(id, stretches, part)] : [];
  });
  return {
    stations: [...stationIds].map(([name, id]) => ({ id, name })),
    workers: [...new Set(log.map(({ worker }) => worker))].sort().map((name) => ({ id: name, name })),
    parts,
    orders: orders.sort((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1)),
  };
}
