import { Injectable, Logger } from '@nestjs/common';
import { isRefusal } from '@takt/contracts';
import { bindingChain, endsOf, type HypotheticalStep, type NotPlanned, type PlanEntry } from '@takt/planning';
import type { Tx } from '../../platform/database';
import { PromisePort, type PromiseAnswer, type PromiseDemand, type PromiseObstacle } from '../order';
import { RoutingPromise } from '../production';
import { allFrozen, DemandPlanner, withWork } from './demand-planner';
import { PlantPlanner, type PlantFacts } from './plant-plan';
import { PlanningFactsReader } from './planning-facts.reader';

type Answers = Awaited<ReturnType<PromisePort['promise']>>;

/**
 * Capable-to-promise: the earliest date from real load that makes no other order later. What is asked for is planned around
 * the plan in force; nothing is written. Without a plan, or when the solver fails, routing times and queues answer.
 */
@Injectable()
export class PlanPromise extends PromisePort {
  private readonly logger = new Logger('promise');

  constructor(
    private readonly reader: PlanningFactsReader,
    private readonly demands: DemandPlanner,
    private readonly planner: PlantPlanner,
    private readonly estimate: RoutingPromise,
  ) {
    super();
  }

  override async promise(tx: Tx, demands: readonly PromiseDemand[]): Promise<Answers> {
    const toMake = demands.filter(({ qtyToMake }) => Number(qtyToMake) > 0);
    if (toMake.length === 0)
      return { answers: (await this.estimate.promise(tx, demands)).answers, scheduleVersion: 0 };
    const facts = await this.reader.readIn(tx);
    const made = facts.base === null ? null : await this.planned(tx, facts, toMake);
    if (made === null) return this.estimate.promise(tx, demands);
    const fromStock: PromiseAnswer = { promiseAt: facts.planning.now, binding: 'stock', displaced: 0 };
    return {
      answers: demands.map((demand) => made.get(demand) ?? fromStock),
      scheduleVersion: facts.base ?? 0,
    };
  }

  /** Null when the plan cannot tell. */
  private async planned(
    tx: Tx,
    facts: PlantFacts,
    demands: readonly PromiseDemand[],
  ): Promise<Map<PromiseDemand, PromiseAnswer> | null> {
    const wishes = demands.map(({ item, qtyToMake: qty, requestedAt: dueAt, weight }) => ({
      item,
      qty,
      dueAt,
      weight,
    }));
    const work = await this.demands.work(tx, wishes, facts.planning.now);
    if (isRefusal(work)) return null;
    // Faults of the database pass through: their transaction is lost, or begins again.
    const made = await this.planner
      .make(withWork(allFrozen(facts), work), { ms: 0 })
      .catch((error: unknown) => {
        this.logger.warn({ err: error }, 'the plan cannot promise; routing times answer');
        return null;
      });
    if (made === null) return null;
    const { entries, unplaced: left } = made.plan;
    const { now, horizonSec } = facts.planning;
    const ends = endsOf(entries);
    return new Map(
      demands.map((demand, index) => {
        const { tops = [], steps = new Map<string, HypotheticalStep>() } = work[index] ?? {};
        const unplaced = tops.some((top) => !ends.has(top));
        const promiseAt =
          unplaced || tops.length === 0 ? null : Math.max(...tops.map((top) => ends.get(top) ?? 0));
        const obstacle = unplaced ? obstacleOf(left, steps, now + horizonSec * 1000) : undefined;
        return [demand, { promiseAt, binding: bindingOf(facts, entries, tops), displaced: 0, obstacle }];
      }),
    );
  }
}

/** Reasons of operations that would have a place if only another had one. */
const FOLLOWING: readonly string[] = ['predecessor', 'follower'];

/** The first operation of the work asked for that finds no place for a reason of its own. */
function obstacleOf(
  unplaced: readonly NotPlanned[],
  steps: ReadonlyMap<string, HypotheticalStep>,
  horizonAt: number,
): PromiseObstacle | undefined {
  const own = unplaced.filter(({ operation }) => steps.has(operation));
  const first = own.find(({ reason }) => !FOLLOWING.includes(reason)) ?? own[0];
  const step = first && steps.get(first.operation);
  return step && { item: step.item, operationNo: step.no, reason: first.reason, horizonAt };
}

/** The station or operation that decides when work ends. */
function bindingOf(facts: PlantFacts, entries: readonly PlanEntry[], tops: readonly string[]): string {
  const last = entries
    .filter(({ workOrder }) => tops.includes(workOrder))
    .sort((a, b) => b.endAt - a.endAt)[0];
  if (!last) return '';
  const chain = bindingChain({ ...facts.planning, published: entries }, last.operation) ?? [];
  const link = chain.find(({ kind, subject }) => kind === 'station' && !subject.startsWith('wish-'));
  return link
    ? (entries.find(({ operation }) => operation === link.subject)?.station ?? last.station)
    : last.station;
}
