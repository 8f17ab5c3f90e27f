import { Injectable } from '@nestjs/common';
import { roomOf, type DomainEvent } from '@takt/contracts';
import { Database } from '../../platform/database';
import { OnEventPush, push, type Push } from '../../platform/outbox';
import { PlantRepository } from './plant.repository';

/** Tells every screen of the plant that master data changed. */
@Injectable()
export class PlantRealtime {
  constructor(
    private readonly database: Database,
    private readonly repository: PlantRepository,
  ) {}

  @OnEventPush('plant.changed')
  async changed({ plant, payload: { kind, id } }: DomainEvent<'plant.changed'>): Promise<readonly Push[]> {
    const { lines, stations } = await this.database.read(plant, async (tx) => ({
      lines: await this.repository.lines(tx),
      stations: await this.repository.allStations(tx),
    }));
    const rooms = [
      roomOf.plant(plant),
      ...lines.map((line) => roomOf.line(plant, line.id)),
      ...stations.map((station) => roomOf.station(plant, station.id)),
    ];
    return [push('plant.changed', rooms, { kind, id })];
  }
}
