import { SetMetadata } from '@nestjs/common';
import type { DomainEvent, EventName, ServerEvent, VersionedEventName } from '@takt/contracts';

/** Metadata key of event handlers. */
export const EVENT = 'takt:event';
/** Metadata key of handlers that take many events at once. */
export const EVENTS = 'takt:events';
/** Metadata key of pushes. */
export const PUSH = 'takt:push';

type EventHandler<N extends EventName> = (event: DomainEvent<N>) => Promise<void>;

/**
 * Makes a method a handler of an event. It runs after the commit, in the order of the outbox, at least once: it must be
 * idempotent. Several modules may handle one event.
 */
export function OnEvent<N extends EventName>(name: N) {
  return <T extends EventHandler<N>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    SetMetadata(EVENT, name)(target, key, descriptor as PropertyDescriptor);
  };
}

/** An event of one of several kinds, told apart by its name. */
export type AnyEvent<N extends EventName> = { [K in N]: DomainEvent<K> }[N];

type ManyHandler<N extends EventName> = (plant: string, events: readonly AnyEvent<N>[]) => Promise<void>;

/**
 * Makes a method a handler of events of several kinds. It gets those of a plant that were committed about the same time at once, in
 * their order, after the handlers of each: for what may be done for many as well as for one. At least once: it must be idempotent.
 */
export function OnEvents<N extends EventName>(...names: readonly N[]) {
  return <T extends ManyHandler<N>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    SetMetadata(EVENTS, names)(target, key, descriptor as PropertyDescriptor);
  };
}

/** What is sent to the screens because of an event. It goes to the rooms named here, to each with its own version. */
export interface Push<N extends VersionedEventName = VersionedEventName> {
  readonly event: N;
  readonly payload: Omit<ServerEvent<N>, 'room' | 'version'>;
  /** rooms by name, from `roomOf` */
  readonly rooms: readonly string[];
}

type PushMaker<N extends EventName> = (event: DomainEvent<N>) => Promise<readonly Push[]>;

/** Makes a method turn an event into what the screens are told. */
export function OnEventPush<N extends EventName>(name: N) {
  return <T extends PushMaker<N>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    SetMetadata(PUSH, name)(target, key, descriptor as PropertyDescriptor);
  };
}

/**
 * One push, typed by its event.
 * @param event name of the server event
 * @param rooms from `roomOf`
 * @param payload without room and version: the relay adds them
 */
export function push<N extends VersionedEventName>(
  event: N,
  rooms: readonly string[],
  payload: Omit<ServerEvent<N>, 'room' | 'version'>,
): Push {
  return { event, rooms, payload } as unknown as Push;
}
