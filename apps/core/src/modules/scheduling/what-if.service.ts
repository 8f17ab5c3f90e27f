import { Injectable } from '@nestjs/common';
import { unite } from '@takt/calendar';
import {
  isRefusal,
  refuse,
  type InputOf,
  type Refusal,
  type ReplyOf,
  type scheduleRoutes,
} from '@takt/contracts';
import { endsOf, poolsOf, type HypotheticalWork } from '@takt/planning';
import { Database } from '../../platform/database';
import { DemandPlanner, withWork } from './demand-planner';
import { changeOf, PlantPlanner, type PlantFacts } from './plant-plan';
import { PlanningFactsReader } from './planning-facts.reader';

type Question = InputOf<typeof scheduleRoutes.whatIf>['body'];
type Answer = ReplyOf<typeof scheduleRoutes.whatIf>;

/** Real ms for each of the two plans that are compared. */
const SEARCH_MS = 400;

/** What would happen if: an order came, a station failed, a line worked longer. Nothing is written. */
@Injectable()
export class WhatIfService {
  constructor(
    private readonly database: Database,
    private readonly reader: PlanningFactsReader,
    private readonly demands: DemandPlanner,
    private readonly planner: PlantPlanner,
  ) {}

  /** Compares the plan as it would be made now with and without what is asked. */
  async ask(plant: string, question: Question): Promise<Answer | Refusal> {
    const asked = await this.database.read(plant, async (tx) => {
      const facts = await this.reader.readIn(tx);
      const { order } = question;
      const work = order
        ? await this.demands.work(
            tx,
            [{ item: order.item, qty: String(order.qty), dueAt: Date.parse(order.dueAt), weight: 1 }],
            facts.planning.now,
          )
        : [];
      return isRefusal(work) ? work : { facts, work };
    });
    if (isRefusal(asked)) return asked;
    const { facts, work } = asked;
    const changed = changedFacts(facts, question);
    if (isRefusal(changed)) return changed;
    const before = await this.planner.make(facts, { ms: SEARCH_MS });
    const after = await this.planner.make(withWork(changed, work), { ms: SEARCH_MS });
    const changes = this.planner.changes(
      { ...facts, planning: { ...facts.planning, published: before.plan.entries } },
      after.plan.entries,
    );
    return {
      before: before.figures,
      after: after.figures,
      // What is asked for does not exist: its operations cannot be looked up, finishAt tells of them.
      changes: changes
        .filter(({ workOrder }) => facts.items.has(workOrder))
        .map((change) => changeOf(change, facts.items)),
      finishAt: finishOf(work, endsOf(after.plan.entries)),
    };
  }
}

function finishOf(work: readonly HypotheticalWork[], ends: ReadonlyMap<string, number>): string | null {
  const tops = work.flatMap((one) => one.tops);
  if (tops.length === 0 || tops.some((top) => !ends.has(top))) return null;
  return new Date(Math.max(...tops.map((top) => ends.get(top) ?? 0))).toISOString();
}

function changedFacts(facts: PlantFacts, { down, extra }: Question): PlantFacts | Refusal {
  const { planning } = facts;
  const { stations } = planning;
  if (down && !stations.some(({ id }) => id === down.station))
    return refuse('reference.unknown', { field: 'down.station', kind: 'station', id: down.station });
  if (extra && !stations.some(({ line }) => line === extra.line))
    return refuse('reference.unknown', { field: 'extra.line', kind: 'line', id: extra.line });
  const stopped = down
    ? stations.map((station) =>
        station.id === down.station ? { ...station, downUntil: Date.parse(down.untilAt) } : station,
      )
    : stations;
  if (!extra) return { ...facts, planning: { ...planning, stations: stopped } };
  const added = [Date.parse(extra.startAt), Date.parse(extra.endAt)] as const;
  const people = facts.people.map((person) =>
    person.line === extra.line ? { ...person, available: unite(person.available, [added]) } : person,
  );
  return {
    ...facts,
    planning: {
      ...planning,
      stations: stopped.map((station) =>
        station.line === extra.line ? { ...station, work: unite(station.work, [added]) } : station,
      ),
      pools: poolsOf(people, [planning.now, planning.now + planning.horizonSec * 1000]),
    },
  };
}
