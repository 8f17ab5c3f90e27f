import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal } from '@takt/contracts';
import { hypotheticalWork, type HypotheticalWork } from '@takt/planning';
import { releaseWorkOrders, type Demand } from '@takt/production';
import type { Tx } from '../../platform/database';
import { ProductCatalog } from '../product';
import { LedgerPort } from '../production';
import type { PlantFacts } from './plant-plan';

/** Something that somebody would like to have made. */
export type Wish = Pick<Demand, 'item' | 'qty' | 'dueAt' | 'weight'>;

/** Turns wishes into work that does not exist, to see what it would mean. */
@Injectable()
export class DemandPlanner {
  constructor(
    private readonly products: ProductCatalog,
    private readonly ledger: LedgerPort,
  ) {}

  /** What each wish would release, drawing on free stock of parts. */
  async work(tx: Tx, wishes: readonly Wish[], now: number): Promise<HypotheticalWork[] | Refusal> {
    const data = await this.products.below(
      tx,
      wishes.map(({ item }) => item),
    );
    const parts = [
      ...new Set([...data.boms.values()].flatMap((lines) => lines.map(({ component }) => component))),
    ];
    const stock = await this.ledger.freeNow(tx, parts);
    const all: HypotheticalWork[] = [];
    for (const [index, wish] of wishes.entries()) {
      const release = releaseWorkOrders(
        { ...wish, kind: 'make-to-order', order: null, orderLine: null, releaseAt: now },
        data,
        stock,
      );
      if (isRefusal(release)) return release;
      all.push(hypotheticalWork(release, `wish-${index + 1}`));
    }
    return all;
  }
}

/** Facts with work added to them. */
export function withWork(facts: PlantFacts, work: readonly HypotheticalWork[]): PlantFacts {
  const { planning } = facts;
  return {
    ...facts,
    planning: {
      ...planning,
      workOrders: [...planning.workOrders, ...work.flatMap(({ workOrders }) => workOrders)],
      operations: [...planning.operations, ...work.flatMap(({ operations }) => operations)],
    },
  };
}

/** Facts in which everything that is planned stays where it is: what is added must find its place around it. */
export function allFrozen(facts: PlantFacts): PlantFacts {
  return { ...facts, planning: { ...facts.planning, frozenSec: facts.planning.horizonSec } };
}
