import type { StationKey } from './derive.repository';
import type { Accepted } from './message-decoder';

/** Messages by their station. Maps in maps: a key made of texts would cost more than all else that is done here. */
export class StationGroups {
  private readonly plants = new Map<string, Map<string, Accepted[]>>();

  /** @param messages of any stations; those of a station keep their order */
  constructor(messages: readonly Accepted[]) {
    for (const message of messages) {
      let stations = this.plants.get(message.plant);
      if (!stations) this.plants.set(message.plant, (stations = new Map()));
      const group = stations.get(message.station);
      if (group) group.push(message);
      else stations.set(message.station, [message]);
    }
  }

  /** The stations, each with the line that was named last. */
  keys(): StationKey[] {
    return [...this.plants].flatMap(([plant, stations]) =>
      [...stations].map(([station, group]) => ({ plant, station, line: group.at(-1)?.line ?? '' })),
    );
  }

  /** Messages of a station. */
  of({ plant, station }: { readonly plant: string; readonly station: string }): readonly Accepted[] {
    return this.plants.get(plant)?.get(station) ?? [];
  }
}
