import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Refusal, type Trigger } from '@takt/contracts';
import { decideNotices, differenceOf, resizedBy, type PlanChange, type PlanEntry } from '@takt/planning';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database';
import type { OpenNotice } from '@takt/planning';
import { NoticeRepository } from './notice.repository';
import { NoticeService } from './notice.service';
import { changeOf, unplacedOf, type MadePlan, type PlantFacts } from './plant-plan';
import { PlanTargets } from './plan-targets';
import { ScheduleRepository, type StoredEntry } from './schedule.repository';

/** Who publishes a plan, and why. */
export interface PublishCause {
  readonly triggers: readonly Trigger[];
  /** name of the person, or takt */
  readonly by: string;
  /** requests that the plan answers */
  readonly requests: readonly string[];
}

/** A plan on its way out. */
export interface Candidate {
  readonly facts: PlantFacts;
  readonly made: MadePlan;
}

/** Writes versions of the plan and tells everybody whom they concern, in one transaction. */
@Injectable()
export class PlanPublisher {
  constructor(
    private readonly database: Database,
    private readonly schedules: ScheduleRepository,
    private readonly notices: NoticeService,
    private readonly noticeRows: NoticeRepository,
    private readonly targets: PlanTargets,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Publishes a plan, if the version it was made from is still the one in force.
   * @param also further writes of the same transaction
   * @returns the new version's number, or schedule.stale
   */
  publish(
    plant: string,
    candidate: Candidate,
    cause: PublishCause,
    also: (tx: Tx, version: number) => Promise<void> = async () => undefined,
  ): Promise<number | Refusal> {
    return this.database.write(plant, async (tx) => {
      const head = await this.schedules.lockHead(tx);
      if (head.version !== candidate.facts.base)
        return refuse('schedule.stale', { base: candidate.facts.base ?? 0, current: head.version ?? 0 });
      const version = head.lastVersion + 1;
      await this.insert(tx, candidate, cause, { version, status: 'published' });
      await this.putInForce(tx, version, this.entriesOf(candidate), {
        ...cause,
        before: candidate.facts.planning.published,
        facts: candidate.facts,
        changes: candidate.made.changes,
      });
      await also(tx, version);
      return version;
    });
  }

  /** Keeps a plan as a draft to look at. */
  draft(
    plant: string,
    candidate: Candidate,
    cause: PublishCause,
    also: (tx: Tx, version: number) => Promise<void>,
  ): Promise<number> {
    return this.database.write(plant, async (tx) => {
      const head = await this.schedules.lockHead(tx);
      const version = head.lastVersion + 1;
      await this.insert(tx, candidate, cause, { version, status: 'draft' });
      tx.announce('schedule.drafted', { version, base: candidate.facts.base });
      await also(tx, version);
      return version;
    });
  }

  /** Publishes a draft that was made before, if nothing was published since its base. */
  publishDraft(plant: string, version: number, by: string, facts: PlantFacts): Promise<number | Refusal> {
    return this.database.write(plant, async (tx) => {
      const head = await this.schedules.lockHead(tx);
      const draft = await this.schedules.find(tx, version);
      if (!draft) return refuse('thing.unknown', { kind: 'schedule', id: version });
      if (draft.status !== 'draft') return refuse('schedule.not-draft', { version, status: draft.status });
      if (head.version !== draft.base)
        return refuse('schedule.stale', { base: draft.base ?? 0, current: head.version ?? 0 });
      const entries = await this.schedules.entries(tx, version);
      const changes = differenceOf(facts.planning.published, entries, facts.finished);
      await this.schedules.markPublished(tx, version, this.clock.date(), by);
      await this.putInForce(tx, version, entries, {
        triggers: draft.triggers,
        by,
        requests: [],
        before: facts.planning.published,
        facts,
        changes,
      });
      return version;
    });
  }

  private async insert(
    tx: Tx,
    { facts, made }: Candidate,
    cause: PublishCause,
    { version, status }: { version: number; status: 'draft' | 'published' },
  ): Promise<void> {
    await this.schedules.insert(tx, {
      version,
      base: facts.base,
      status,
      triggers: cause.triggers,
      createdAt: this.clock.date(),
      publishedBy: cause.by,
      figures: made.figures,
      solveMs: made.solveMs,
      changes: made.changes.map((change) => changeOf(change, facts.items)),
      unplaced: unplacedOf(made.plan),
      entries: this.entriesOf({ facts, made }),
    });
  }

  private entriesOf({ facts, made }: Candidate): StoredEntry[] {
    const due = new Map(facts.planning.workOrders.map(({ id, dueAt }) => [id, dueAt]));
    return made.plan.entries.map((entry) => ({
      ...entry,
      item: facts.items.get(entry.workOrder) ?? '-',
      dueAt: due.get(entry.workOrder) ?? entry.endAt,
    }));
  }

  /** Operations learn their place, order lines their forecast, stations their notices. */
  private async putInForce(
    tx: Tx,
    version: number,
    entries: readonly StoredEntry[],
    news: PublishCause & { before: readonly PlanEntry[]; facts: PlantFacts; changes: readonly PlanChange[] },
  ): Promise<void> {
    const { facts, changes, before, triggers, by } = news;
    await this.targets.write(tx, entries);
    const open = (await this.noticeRows.open(tx)).flatMap((row): OpenNotice[] => {
      if (row.station === null) return [];
      const from = row.from && {
        station: row.from.station,
        startAt: Date.parse(row.from.startAt),
        endAt: Date.parse(row.from.endAt),
      };
      return [
        { id: row.id, station: row.station, operation: row.operation, from, nextBefore: row.nextBefore },
      ];
    });
    const decision =
      facts.base === null
        ? { raise: [], withdraw: [] }
        : decideNotices({ before, after: entries, changes }, open, {
            toleranceMs: facts.toleranceSec * 1000,
            finished: facts.finished,
            resized: resizedBy(triggers, entries),
          });
    const items = new Map(entries.map(({ operation, item }) => [operation, item]));
    await this.notices.apply(tx, decision, {
      trigger: triggers[0] ?? null,
      scheduleVersion: version,
      by,
      items,
    });
    tx.announce('schedule.published', {
      version,
      base: facts.base,
      triggers: [...triggers],
      changes: changes.map((change) => changeOf(change, facts.items)),
      by,
    });
  }
}
