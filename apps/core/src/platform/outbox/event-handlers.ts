import type { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { eventCatalog, type DomainEvent } from '@takt/contracts';
import { discover, type Discovered } from '../discovery';
import { EVENT, EVENTS, PUSH, type Push } from './on-event.decorator';

type Handlers = ReadonlyMap<string, readonly Discovered<unknown>[]>;

/** Who handles which event. */
export class EventHandlers {
  private constructor(
    private readonly single: Handlers,
    private readonly pushes: Handlers,
    private readonly joint: readonly Discovered<readonly string[]>[],
  ) {}

  /**
   * Finds the handlers.
   * @throws Error when one names an event that is not in the catalogue
   */
  static find(discovery: DiscoveryService, scanner: MetadataScanner): EventHandlers {
    const byEvent = (key: string): Handlers => {
      const map = new Map<string, Discovered<string>[]>();
      for (const found of discover<string>(discovery, scanner, key)) {
        demandKnown(found.owner, found.value);
        map.set(found.value, [...(map.get(found.value) ?? []), found]);
      }
      return map;
    };
    const joint = discover<readonly string[]>(discovery, scanner, EVENTS);
    for (const { owner, value } of joint) for (const name of value) demandKnown(owner, name);
    return new EventHandlers(byEvent(EVENT), byEvent(PUSH), joint);
  }

  /** Handles one event. @returns what the screens are told */
  async handle(event: DomainEvent): Promise<readonly Push[]> {
    for (const handler of this.single.get(event.name) ?? []) await handler.call(event);
    const told: Push[] = [];
    for (const maker of this.pushes.get(event.name) ?? [])
      told.push(...((await maker.call(event)) as readonly Push[]));
    return told;
  }

  /** Hands events to those who take many at once, the events of each plant in their order. */
  async handleJointly(events: readonly DomainEvent[]): Promise<void> {
    for (const { value: names, call } of this.joint) {
      const byPlant = new Map<string, DomainEvent[]>();
      for (const event of events)
        if (names.includes(event.name)) {
          const those = byPlant.get(event.plant);
          if (those) those.push(event);
          else byPlant.set(event.plant, [event]);
        }
      for (const [plant, those] of byPlant) await call(plant, those);
    }
  }
}

function demandKnown(owner: string, name: string): void {
  if (!(name in eventCatalog))
    throw new Error(`${owner} handles the unknown event ${name}. Maybe it is misspelt.`);
}
