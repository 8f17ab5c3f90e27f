import { Injectable, Logger } from '@nestjs/common';
import type { Deviation } from '@takt/planning';
import { Database, type Tx } from '../../platform/database';
import { OnJob } from '../../platform/queue';
import { PlantRepository } from '../plant';
import { FloorState } from './floor-state';
import { ReplanQueueRepository } from './replan-queue.repository';
import { ScheduleRepository } from './schedule.repository';
import { TriggerEvents } from './trigger.events';

const KEEP_VERSIONS = 500;
const KEEP_LOG_MS = 7 * 86_400_000;
const PRUNE_EVERY = 60;

/** Looks every few seconds whether the floor follows the plan, whether people are missing, whether a shift has begun. */
@Injectable()
export class ScheduleWatch {
  private readonly logger = new Logger('watch');
  /** plant → operation → what was told of it last */
  private readonly told = new Map<string, ReadonlyMap<string, Deviation>>();
  private readonly missing = new Map<string, ReadonlySet<string>>();
  private round = 0;

  constructor(
    private readonly database: Database,
    private readonly plants: PlantRepository,
    private readonly triggers: TriggerEvents,
    private readonly schedules: ScheduleRepository,
    private readonly queue: ReplanQueueRepository,
    private readonly floor: FloorState,
  ) {}

  @OnJob('schedule.watch')
  async watch(): Promise<void> {
    this.round += 1;
    for (const { id, toleranceSec } of await this.database.read('*', (tx) => this.plants.plants(tx))) {
      try {
        await this.watchPlant(id, toleranceSec);
      } catch (error) {
        this.logger.warn({ plant: id, err: error }, 'the plan could not be compared with the floor');
      }
    }
    // What was asked for and never began, as after a crash of the queue.
    for (const plant of await this.database.read('*', (tx) => this.queue.plantsWaiting(tx)))
      this.triggers.wake(plant);
  }

  private async watchPlant(plant: string, toleranceSec: number): Promise<void> {
    const { deviations, missing } = await this.database.write(plant, async (tx) => {
      const { version } = await this.schedules.head(tx);
      if (version !== null) await this.floor.keepBaselines(tx, version);
      if (this.round % PRUNE_EVERY === 0) await this.prune(tx);
      return {
        deviations: version === null ? [] : await this.floor.deviations(tx, version, toleranceSec),
        missing: await this.floor.missing(tx),
      };
    });
    const [worst] = this.news(plant, deviations, toleranceSec);
    if (worst) await this.tellDeviation(plant, worst, deviations.length);
    await this.tellMissing(plant, missing);
  }

  /** Deviations that nobody was told, the worst first. One that a replan could not take away is news again when it has grown by the tolerance. */
  private news(plant: string, deviations: readonly Deviation[], toleranceSec: number): Deviation[] {
    const before = this.told.get(plant);
    const now = new Map<string, Deviation>();
    const news = deviations.filter((deviation) => {
      const told = before?.get(deviation.operation);
      const known = told?.kind === deviation.kind && deviation.bySec <= told.bySec + toleranceSec;
      now.set(deviation.operation, known ? told : deviation);
      return !known;
    });
    this.told.set(plant, now);
    return news;
  }

  private tellDeviation(plant: string, deviation: Deviation, count: number): Promise<void> {
    const { kind, operation, station, bySec } = deviation;
    return this.triggers.request(plant, kind === 'ahead' ? 'progress' : 'delay', operation, {
      station,
      kind,
      bySec,
      operations: count,
    });
  }

  /** Each person who begins to be missing, or is there after all, is one trigger. */
  private async tellMissing(plant: string, now: ReadonlySet<string>): Promise<void> {
    const before = this.missing.get(plant);
    this.missing.set(plant, now);
    for (const worker of now)
      if (!before?.has(worker)) await this.triggers.request(plant, 'worker-absent', worker);
    for (const worker of before ?? [])
      if (!now.has(worker)) await this.triggers.request(plant, 'worker-present', worker);
  }

  private async prune(tx: Tx): Promise<void> {
    await this.schedules.prune(tx, KEEP_VERSIONS);
    await this.queue.clean(tx, new Date(this.floor.now() - KEEP_LOG_MS));
  }
}
