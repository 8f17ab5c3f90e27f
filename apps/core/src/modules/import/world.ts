import type {
  BomLine,
  Changeover,
  Customer,
  Item,
  Line,
  Reason,
  RoutingOperation,
  ShiftPattern,
  Skill,
  Station,
  Worker,
} from '@takt/contracts';
import { Shelf } from './shelf';

type Values<T extends { id: string; revision: number }> = Omit<T, 'id' | 'revision'>;

/** Master data by kind, without ids and revisions. */
export interface Things {
  readonly skills: Values<Skill>;
  readonly reasons: Values<Reason>;
  readonly shifts: Values<ShiftPattern>;
  readonly lines: Values<Line>;
  readonly changeovers: Values<Changeover>;
  readonly stations: Values<Station>;
  readonly workers: Values<Worker>;
  readonly items: Values<Item>;
  readonly routings: readonly RoutingOperation[];
  readonly boms: readonly BomLine[];
  readonly customers: Values<Customer>;
}
/** A kind of master data; routings and bills of materials go by the id of their item. */
export type ThingKind = keyof Things;

/** Every kind, each behind those it refers to. */
export const THING_KINDS = [
  'skills',
  'reasons',
  'shifts',
  'lines',
  'changeovers',
  'stations',
  'workers',
  'items',
  'routings',
  'boms',
  'customers',
] as const satisfies readonly ThingKind[];

/** Things with their ids. */
export type Listed<T> = readonly (readonly [id: string, thing: T])[];

/** Things by id, without their revisions. */
export function listed<T extends { id: string; revision: number }>(
  things: Iterable<T>,
): [string, Values<T>][] {
  return [...things].map(({ id, revision: _, ...rest }) => [id, rest]);
}

/** What an import leaves as it is. */
interface Standing {
  readonly timeZone: string;
  /** ids of items that orders, work orders or stock movements name */
  readonly booked: readonly string[];
}

/** What a plant has before an import. */
export type Known = Standing & { readonly [K in ThingKind]: Listed<Things[K]> };

/** What a plant has, with what the file adds to it. */
export type World = Standing & { readonly [K in ThingKind]: Shelf<Things[K]> };

/** The plant as it stands, to be filled from a file. */
export function worldOf(known: Known): World {
  const shelves = THING_KINDS.map((kind) => [
    kind,
    new Shelf<unknown>(new Map<string, unknown>(known[kind])),
  ]);
  return { timeZone: known.timeZone, booked: known.booked, ...Object.fromEntries(shelves) } as World;
}
