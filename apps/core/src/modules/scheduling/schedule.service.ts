import { Inject, Injectable } from '@nestjs/common';
import {
  isRefusal,
  refuse,
  type Refusal,
  type ReplyOf,
  type ScheduleVersion,
  type Trigger,
  type scheduleRoutes,
} from '@takt/contracts';
import { differenceOf } from '@takt/planning';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { Database } from '../../platform/database';
import { PlanPublisher } from './plan-publisher';
import { changeOf, PlantPlanner } from './plant-plan';
import { PlanningFactsReader } from './planning-facts.reader';
import { entryOf, ScheduleRepository, versionOf, type EntryFilter } from './schedule.repository';

/** A version with its entries. */
export type VersionView = ReplyOf<typeof scheduleRoutes.get>;
/** Difference of two versions. */
export type DiffView = ReplyOf<typeof scheduleRoutes.diff>;
/** The plan in force. */
export type CurrentView = ReplyOf<typeof scheduleRoutes.current>;

/** Versions of the plan: read, compared, published, returned to. */
@Injectable()
export class ScheduleService {
  constructor(
    private readonly database: Database,
    private readonly schedules: ScheduleRepository,
    private readonly reader: PlanningFactsReader,
    private readonly planner: PlantPlanner,
    private readonly publisher: PlanPublisher,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The plan in force, or a part of it. */
  async current(plant: string, filter: EntryFilter, frozenSec: number): Promise<CurrentView> {
    return this.database.read(plant, async (tx) => {
      const { version } = await this.schedules.head(tx);
      const row = version === null ? null : await this.schedules.find(tx, version);
      const entries = version === null ? [] : await this.schedules.entries(tx, version, filter);
      const frozenUntil = new Date(this.clock.now() + frozenSec * 1000).toISOString();
      return {
        schedule: row && versionOf(row),
        entries: entries.map(entryOf),
        unplaced: row?.unplaced ?? [],
        frozenUntil,
      };
    });
  }

  /** One version. */
  async get(plant: string, version: number): Promise<VersionView | Refusal> {
    return this.database.read(plant, async (tx) => {
      const row = await this.schedules.find(tx, version);
      if (!row) return refuse('thing.unknown', { kind: 'schedule', id: version });
      return {
        schedule: versionOf(row),
        entries: (await this.schedules.entries(tx, version)).map(entryOf),
        unplaced: row.unplaced,
      };
    });
  }

  /** What a version changed against its base, or how it differs from another. */
  async diff(plant: string, version: number, against: number | undefined): Promise<DiffView | Refusal> {
    return this.database.read(plant, async (tx) => {
      const row = await this.schedules.find(tx, version);
      const other = against ?? row?.base ?? null;
      const before = other === null ? null : await this.schedules.find(tx, other);
      if (!row || (against !== undefined && !before))
        return refuse('thing.unknown', { kind: 'schedule', id: against ?? version });
      const common = { version, against: other, before: before?.figures ?? null, after: row.figures };
      if (against === undefined || against === row.base) return { ...common, changes: row.changes };
      const [mine, theirs] = [
        await this.schedules.entries(tx, version),
        await this.schedules.entries(tx, against),
      ];
      const items = new Map([...theirs, ...mine].map(({ workOrder, item }) => [workOrder, item]));
      return { ...common, changes: differenceOf(theirs, mine).map((change) => changeOf(change, items)) };
    });
  }

  /** Publishes a draft. */
  async publish(caller: Caller, version: number): Promise<ScheduleVersion | Refusal> {
    const facts = await this.reader.read(caller.plant);
    const done = await this.publisher.publishDraft(caller.plant, version, caller.name, facts);
    return isRefusal(done) ? done : this.version(caller.plant, version);
  }

  /** Returns to an earlier version as far as what has run since allows: as a new version, with its own difference. */
  async revert(caller: Caller, version: number, note: string): Promise<ScheduleVersion | Refusal> {
    const { plant } = caller;
    const entries = await this.database.read(plant, async (tx) =>
      (await this.schedules.find(tx, version)) ? this.schedules.entries(tx, version) : null,
    );
    if (!entries) return refuse('thing.unknown', { kind: 'schedule', id: version });
    const facts = await this.reader.read(plant);
    // The frozen zone, and what costs to move, are those of the version returned to.
    const wanted = { ...facts, planning: { ...facts.planning, published: entries } };
    const made = await this.planner.make(wanted, { ms: 0, from: entries });
    const changes = differenceOf(facts.planning.published, made.plan.entries, facts.finished);
    const trigger: Trigger = {
      kind: 'revert',
      at: this.clock.iso(),
      subject: String(version),
      facts: { note },
    };
    const candidate = { facts, made: { ...made, changes } };
    const done = await this.publisher.publish(plant, candidate, {
      triggers: [trigger],
      by: caller.name,
      requests: [],
    });
    return isRefusal(done) ? done : this.version(plant, done);
  }

  private async version(plant: string, version: number): Promise<ScheduleVersion | Refusal> {
    const found = await this.get(plant, version);
    return isRefusal(found) ? found : found.schedule;
  }
}
