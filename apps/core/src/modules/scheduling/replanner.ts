import { Injectable, Logger } from '@nestjs/common';
import { isRefusal, type Trigger } from '@takt/contracts';
import { planHolds, searchMs } from '@takt/planning';
import { Database } from '../../platform/database';
import { PlanPublisher, type Candidate } from './plan-publisher';
import { PlanningFactsReader } from './planning-facts.reader';
import { PlantPlanner } from './plant-plan';
import { ReplanSurroundings } from './replan-surroundings';
import { ReplanQueueRepository, type WaitingRequest } from './replan-queue.repository';

/** How often a replan is begun anew because another was published meanwhile. */
const ATTEMPTS = 4;
const TRIGGERS_MAX = 100;
/** After a replan that failed the next one waits, in real ms, each time twice as long. */
const PAUSE_MIN_MS = 2000;
const PAUSE_MAX_MS = 30_000;

/** How often a plant’s replans have failed in a row, and until when it is left in peace, by a clock that only goes forward. */
interface Failing {
  readonly times: number;
  readonly untilMs: number;
}

/**
 * Replans a plant from its waiting requests: however many there are, it is one replan. Publishing needs the version it began
 * from; when another came first, it begins anew from that. A solver that fails leaves the old plan in force and the requests
 * waiting: they are tried again.
 */
@Injectable()
export class Replanner {
  private readonly logger = new Logger('replan');
  private readonly failing = new Map<string, Failing>();

  constructor(
    private readonly database: Database,
    private readonly queue: ReplanQueueRepository,
    private readonly reader: PlanningFactsReader,
    private readonly planner: PlantPlanner,
    private readonly publisher: PlanPublisher,
    private readonly around: ReplanSurroundings,
  ) {}

  /** Replans until no request of the plant waits, or a replan has failed: the watch wakes it again. */
  async run(plant: string): Promise<void> {
    for (;;) {
      if ((this.failing.get(plant)?.untilMs ?? 0) > performance.now()) return;
      const waiting = await this.database.read(plant, (tx) => this.queue.waiting(tx));
      if (waiting.length === 0) return;
      await this.replan(plant, waiting);
    }
  }

  private async replan(plant: string, waiting: readonly WaitingRequest[]): Promise<void> {
    const { clock, metrics } = this.around;
    const first = Math.min(...waiting.map(({ requestedAt }) => requestedAt.getTime()));
    metrics.observe('trigger', clock.real() - first);
    try {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const outcome = await this.attempt(plant, waiting, first);
        if (outcome === 'stale') continue;
        this.failing.delete(plant);
        return;
      }
      throw new Error(`another plan was published first ${ATTEMPTS} times`);
    } catch (error) {
      await this.failed(plant, waiting, error);
    }
  }

  private async attempt(
    plant: string,
    waiting: readonly WaitingRequest[],
    first: number,
  ): Promise<'done' | 'stale'> {
    const { clock, metrics, env } = this.around;
    const facts = await this.reader.read(plant);
    const triggers = distinct(waiting.map(({ trigger }) => trigger));
    const kinds = triggers.map(({ kind }) => kind);
    const made = await this.planner.make(facts, { ms: searchMs(kinds, clock.real() - first, env.SOLVE_MS) });
    metrics.observe('solve', made.solveMs);
    const candidate: Candidate = { facts, made };
    const requests = waiting.map(({ id }) => id);
    const publish = waiting.some((request) => request.publish);
    const mayStay = publish && facts.base !== null && kinds.every((kind) => kind !== 'manual');
    const began = performance.now();
    const finish =
      (outcome: string) =>
      async (tx: Parameters<Parameters<Database['write']>[1]>[0], version: number | null) => {
        await this.queue.take(tx, requests);
        await this.queue.logRun(tx, {
          at: clock.date(),
          triggers,
          version,
          outcome,
          moved: made.figures.movedOperations,
          solveMs: made.solveMs,
          totalMs: Math.round(clock.real() - first),
        });
      };
    const next = { entries: made.plan.entries, changes: made.changes, triggers: kinds };
    if (mayStay && planHolds(facts.planning, next, facts.toleranceSec)) {
      await this.database.write(plant, (tx) => finish('unchanged')(tx, null));
      return 'done';
    }
    const cause = { triggers, by: 'takt', requests };
    const result = publish
      ? await this.publisher.publish(plant, candidate, cause, finish('published'))
      : await this.publisher.draft(plant, candidate, cause, finish('drafted'));
    if (isRefusal(result)) return 'stale';
    metrics.observe('publish', performance.now() - began);
    return 'done';
  }

  /** The old plan stays and the requests wait; people see the failure on the loop page. */
  private async failed(plant: string, waiting: readonly WaitingRequest[], error: unknown): Promise<void> {
    const { clock } = this.around;
    const why = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    const times = (this.failing.get(plant)?.times ?? 0) + 1;
    const pauseMs = Math.min(PAUSE_MAX_MS, PAUSE_MIN_MS * 2 ** (times - 1));
    this.failing.set(plant, { times, untilMs: performance.now() + pauseMs });
    this.logger.error({ plant, times, pauseMs, err: error }, 'a replan failed; the plan in force stays');
    const triggers = distinct(waiting.map(({ trigger }) => trigger));
    await this.database.write(plant, async (tx) => {
      await this.queue.logRun(tx, {
        at: clock.date(),
        triggers,
        version: null,
        outcome: `failed: ${why}`,
        moved: 0,
        solveMs: 0,
        totalMs: 0,
      });
      tx.announce('schedule.failed', { why, triggers });
    });
  }
}

/** Each kind of trigger about each subject, and what of it has changed, once, in the order in which they came. */
function distinct(triggers: readonly Trigger[]): Trigger[] {
  const seen = new Map<string, Trigger>();
  for (const trigger of triggers)
    seen.set(`${trigger.kind} ${trigger.subject} ${trigger.facts['fields'] ?? ''}`, trigger);
  return [...seen.values()].slice(0, TRIGGERS_MAX);
}
