import type {
  Bom,
  Changeover,
  Channel,
  Customer,
  Item,
  Line,
  Plant,
  Reason,
  Routing,
  ShiftPattern,
  Skill,
  Station,
  User,
  Worker,
} from '@takt/contracts';
import type { DeviceProfile } from '../../kit';
import type { DemandStream } from './demand-stream';

type Unrevised<T> = Omit<T, 'revision'>;

/** A station with the device that stands there. */
export interface FurnishedStation extends Unrevised<Station> {
  readonly device: DeviceProfile;
}

/** A person of the office, or a lead who also works on the floor. */
export interface OfficePerson {
  readonly login: string;
  readonly name: string;
  readonly role: User['role'];
  readonly language: User['language'];
  readonly worker: string | null;
}

/** What lies in the store when the factory opens. */
export interface OpeningStock {
  readonly item: string;
  readonly qty: string;
  readonly place: 'raw' | 'finished' | 'wip';
}

/** How a bought item is replenished: days of use in stock at which it is ordered again, and up to which. */
export interface Supplier {
  readonly item: string;
  readonly usePerDay: number;
  readonly orderAtDays: number;
  readonly orderUpToDays: number;
  /** hours from order to receipt */
  readonly hours: number;
}

/** The simulated factory as data: all that its master data, its people and its customers are. */
export interface Factory {
  readonly plant: Omit<Unrevised<Plant>, 'id' | 'timeZone'>;
  readonly lines: readonly Unrevised<Line>[];
  readonly stations: readonly FurnishedStation[];
  readonly skills: readonly Unrevised<Skill>[];
  readonly reasons: readonly Unrevised<Reason>[];
  readonly patterns: readonly Unrevised<ShiftPattern>[];
  readonly workers: readonly Unrevised<Worker>[];
  readonly office: readonly OfficePerson[];
  readonly items: readonly Unrevised<Item>[];
  readonly changeovers: readonly Unrevised<Changeover>[];
  readonly routings: readonly Unrevised<Routing>[];
  readonly boms: readonly Unrevised<Bom>[];
  readonly customers: readonly Unrevised<Customer>[];
  readonly channels: readonly Unrevised<Channel>[];
  readonly stock: readonly OpeningStock[];
  readonly suppliers: readonly Supplier[];
  readonly demand: readonly DemandStream[];
}
