import { Inject, Injectable } from '@nestjs/common';
import { Exact, estimateFinish } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { PromisePort, type PromiseAnswer, type PromiseDemand } from '../order';
import { ProductCatalog } from '../product';
import { StationLoadRepository } from './station-load.repository';

/**
 * Promises from routing times and the work that waits at each station, around the clock: what there is to say before a plan has
 * been made. The module of scheduling promises from the plan.
 */
@Injectable()
export class RoutingPromise extends PromisePort {
  constructor(
    private readonly catalog: ProductCatalog,
    private readonly loads: StationLoadRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  override async promise(
    tx: Tx,
    demands: readonly PromiseDemand[],
  ): Promise<{ answers: PromiseAnswer[]; scheduleVersion: number }> {
    const toMake = demands.filter(({ qtyToMake }) => !new Exact(qtyToMake).isZero());
    const data = await this.catalog.below(
      tx,
      toMake.map(({ item }) => item),
    );
    const load = { now: this.clock.now(), queueSec: await this.loads.queueSec(tx) };
    const answers = demands.map(({ item, qtyToMake }): PromiseAnswer => {
      if (new Exact(qtyToMake).isZero()) return { promiseAt: load.now, binding: 'stock', displaced: 0 };
      const estimate = estimateFinish(item, qtyToMake, data, load);
      return { promiseAt: estimate?.finishAt ?? null, binding: estimate?.binding ?? '', displaced: 0 };
    });
    return { answers, scheduleVersion: 0 };
  }
}
