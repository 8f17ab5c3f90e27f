import { Injectable } from '@nestjs/common';
import { roomOf, type DomainEvent, type ScheduleChange } from '@takt/contracts';
import { endsOf } from '@takt/planning';
import { Database } from '../../platform/database';
import { OnEvent, OnEventPush, push, type Push } from '../../platform/outbox';
import { PlantRepository } from '../plant';
import { PlanTargets } from './plan-targets';
import { ScheduleRepository } from './schedule.repository';

const CHANGES_MAX = 2000;

/** What follows from a published plan: forecasts of the order lines, and the news to every screen it concerns. */
@Injectable()
export class ScheduleEvents {
  /** plant → version whose forecasts were written last by this process */
  private readonly forecast = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly schedules: ScheduleRepository,
    private readonly targets: PlanTargets,
    private readonly plants: PlantRepository,
  ) {}

  @OnEvent('schedule.published')
  async published({ plant, payload: { version } }: DomainEvent<'schedule.published'>): Promise<void> {
    let told: number | null = null;
    await this.database.write(plant, async (tx) => {
      const { version: newest } = await this.schedules.head(tx);
      if (newest === null || newest < version || this.forecast.get(plant) === newest) return;
      // The newest plan speaks, though its own event may still wait behind others.
      await this.targets.forecast(tx, endsOf(await this.schedules.entries(tx, newest)));
      told = newest;
    });
    if (told !== null) this.forecast.set(plant, told);
  }

  @OnEventPush('schedule.published')
  async tell({ plant, payload }: DomainEvent<'schedule.published'>): Promise<readonly Push[]> {
    const { version, triggers, changes, by } = payload;
    const stations = await this.database.read(plant, (tx) => this.plants.allStations(tx));
    const lineOf = new Map(stations.map(({ id, line }) => [id, line]));
    const rooms = new Map<string, ScheduleChange[]>([[roomOf.plant(plant), [...changes]]]);
    for (const change of changes) {
      const touched = new Set(
        [change.from?.station, change.to?.station].filter((station) => station !== undefined),
      );
      const lines = new Set([...touched].flatMap((station) => lineOf.get(station) ?? []));
      for (const room of [
        ...[...touched].map((station) => roomOf.station(plant, station)),
        ...[...lines].map((line) => roomOf.line(plant, line)),
      ])
        rooms.set(room, [...(rooms.get(room) ?? []), change]);
    }
    return [...rooms].map(([room, concerned]) =>
      push('schedule.changed', [room], {
        scheduleVersion: version,
        triggers,
        changes: concerned.slice(0, CHANGES_MAX),
        by,
      }),
    );
  }
}
