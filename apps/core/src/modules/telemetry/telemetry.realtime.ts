import { Injectable } from '@nestjs/common';
import { roomOf, type DomainEvent, type StationLive } from '@takt/contracts';
import { OnEventPush, push, type Push } from '../../platform/outbox';
import { LiveService } from './live.service';

/** Tells the screens how stations are, and of stops. */
@Injectable()
export class TelemetryRealtime {
  constructor(private readonly lives: LiveService) {}

  @OnEventPush('station.changed')
  async changed({ plant, payload }: DomainEvent<'station.changed'>): Promise<readonly Push[]> {
    const stations = await this.lives.some(
      plant,
      payload.stations.map(({ station }) => station),
    );
    if (stations.length === 0) return [];
    const byLine = new Map<string, StationLive[]>();
    for (const station of stations) byLine.set(station.line, [...(byLine.get(station.line) ?? []), station]);
    // A client is in one level only: each room gets what it has to see, once.
    return [
      push('station.changed', [roomOf.plant(plant)], { stations }),
      ...[...byLine].map(([line, list]) =>
        push('station.changed', [roomOf.line(plant, line)], { stations: list }),
      ),
      ...stations.map((one) =>
        push('station.changed', [roomOf.station(plant, one.station)], { stations: [one] }),
      ),
    ];
  }

  @OnEventPush('stop.changed')
  async stop({ plant, payload }: DomainEvent<'stop.changed'>): Promise<readonly Push[]> {
    const { stop, station, line, open, explained } = payload;
    const rooms = [roomOf.plant(plant), roomOf.line(plant, line), roomOf.station(plant, station)];
    return [push('stop.changed', rooms, { stop, station, open, explained })];
  }
}
