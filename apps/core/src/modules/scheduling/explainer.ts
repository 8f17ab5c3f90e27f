import { Injectable } from '@nestjs/common';
import { refuse, type Explanation, type LateWork, type Refusal } from '@takt/contracts';
import { bindingChain, pastChain, type BindingLink } from '@takt/planning';
import { Database, type Tx } from '../../platform/database';
import { OperationRepository, WorkOrderRepository, type OperationState } from '../production';
import { lateWork, linkOf } from './explain';
import { PlanningFactsReader } from './planning-facts.reader';

/** Says why operations stand where they stand, or began when they did. */
@Injectable()
export class Explainer {
  constructor(
    private readonly database: Database,
    private readonly reader: PlanningFactsReader,
    private readonly operations: OperationRepository,
    private readonly workOrders: WorkOrderRepository,
  ) {}

  /**
   * Why an operation stands where it stands in the plan in force; of one that has begun and is not planned any more, why it began then.
   * @returns `thing.unknown` · `schedule.not-planned` {operation, status}
   */
  explain(plant: string, id: string): Promise<Explanation | Refusal> {
    return this.database.read(plant, async (tx) => {
      const operation = await this.operations.find(tx, id);
      if (!operation) return refuse('thing.unknown', { kind: 'operation', id });
      const over = operation.status === 'done' || operation.status === 'cancelled';
      const planned = over ? null : bindingChain((await this.reader.readIn(tx)).planning, id);
      const chain = planned ?? (await this.past(tx, operation));
      if (!chain) return refuse('schedule.not-planned', { operation: id, status: operation.status });
      return { operation: id, chain: chain.map(linkOf) };
    });
  }

  /** What the plan in force finishes late, on one line or all, and what binds it. */
  async late(plant: string, line: string | undefined): Promise<LateWork[]> {
    const late = lateWork((await this.reader.read(plant)).planning);
    return late.filter((work) => line === undefined || work.line === line);
  }

  private async past(tx: Tx, operation: OperationState): Promise<BindingLink[] | null> {
    const { id, workOrder, no, station, startedAt, endedAt, status } = operation;
    if (startedAt === null || status === 'cancelled') return null;
    const siblings = await this.operations.of(tx, [workOrder]);
    const before = siblings.filter((one) => one.no < no && one.status !== 'cancelled').at(-1);
    const previous = station && (await this.operations.lastBefore(tx, id, { station, at: startedAt }));
    return pastChain({
      ...{ operation: id, workOrder, startedAt, endedAt },
      releasedAt: (await this.workOrders.find(tx, workOrder))?.releaseAt ?? startedAt,
      awaited: before ? [{ operation: before.id, endedAt: before.endedAt }] : [],
      previous: previous || null,
    });
  }
}
