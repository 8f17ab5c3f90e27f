import { Inject, Injectable } from '@nestjs/common';
import type { Interval } from '@takt/calendar';
import type { Station } from '@takt/contracts';
import { poolsOf, type PlanEntry, type PlanningFacts, type PlanningStation } from '@takt/planning';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database';
import type { ShiftBook } from '../people';
import { PlantRepository } from '../plant';
import { PeopleOutlook } from './people-outlook';
import type { PlantFacts } from './plant-plan';
import { ScheduleRepository } from './schedule.repository';
import { WorkOutlook } from './work-outlook';

/** How far ahead a plan looks. */
const HORIZON_SEC = 28 * 86_400;
const FINISHED = new Set(['done', 'cancelled']);

/** Reads all that a plan is made from. */
@Injectable()
export class PlanningFactsReader {
  constructor(
    private readonly database: Database,
    private readonly schedules: ScheduleRepository,
    private readonly people: PeopleOutlook,
    private readonly work: WorkOutlook,
    private readonly plants: PlantRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What is known of a plant now. */
  read(plant: string): Promise<PlantFacts> {
    return this.database.read(plant, (tx) => this.readIn(tx));
  }

  /** The same within a transaction. */
  async readIn(tx: Tx): Promise<PlantFacts> {
    // Plans count whole seconds, and nothing is planned into the past.
    const now = Math.ceil(this.clock.now() / 1000) * 1000;
    const window = [now, now + HORIZON_SEC * 1000] as const;
    const plant = await this.plants.plant(tx);
    if (!plant) throw new Error(`There is no plant ${tx.plant}. Maybe it was removed.`);
    const book = await this.people.book(tx, window);
    const { version } = await this.schedules.head(tx);
    const published = version === null ? [] : await this.schedules.entries(tx, version);
    const { workOrders, operations, items: open, families, matrices } = await this.work.read(tx, now);
    // Work that left since the plan was published is still told by its item.
    const items = new Map([...published.map(({ workOrder, item }) => [workOrder, item] as const), ...open]);
    const status = await this.work.begun(
      tx,
      published.map(({ operation }) => operation),
    );
    const people = await this.people.persons(tx, book, window);
    const planning: PlanningFacts = {
      now,
      horizonSec: HORIZON_SEC,
      frozenSec: plant.frozenSec,
      stations: stationsOf(
        await this.plants.allStations(tx),
        { book, families, downUntil: await this.work.downUntil(tx, now) },
        window,
      ),
      matrices,
      pools: poolsOf(people, window),
      workOrders,
      operations,
      published: published.map((entry): PlanEntry => ({
        ...entry,
        fixed: status.get(entry.operation) === 'running' ? 'running' : null,
      })),
    };
    const finished = new Set(
      [...status].filter(([, value]) => FINISHED.has(value)).map(([operation]) => operation),
    );
    return { planning, base: version, items, finished, people, toleranceSec: plant.toleranceSec };
  }
}

interface StationOutlook {
  readonly book: ShiftBook;
  readonly families: ReadonlyMap<string, string>;
  readonly downUntil: ReadonlyMap<string, number>;
}

function stationsOf(
  stations: readonly Station[],
  { book, families, downUntil }: StationOutlook,
  window: Interval,
): PlanningStation[] {
  return stations
    .filter(({ active }) => active)
    .map(({ id, line, changeover }) => ({
      id,
      line,
      changeover,
      family: families.get(id) ?? null,
      work: book.work(id, window),
      overtime: book.overtime(id, window),
      downUntil: downUntil.get(id) ?? null,
    }));
}
