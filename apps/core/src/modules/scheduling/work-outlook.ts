import { Injectable } from '@nestjs/common';
import { expectedBack, type PlanningMatrix } from '@takt/planning';
import type { Tx } from '../../platform/database';
import { SupplyRepository } from '../inventory';
import { ProductCatalog } from '../product';
import { OpenWork } from '../production';
import { DowntimeRepository } from '../telemetry';
import { planningWork } from './planning-operations';

/** Material that nobody expects and that has no lead time. */
const LEAD_SEC = 7 * 86_400;

/** Open work, products and expected material as planning reads them. */
@Injectable()
export class WorkOutlook {
  constructor(
    private readonly open: OpenWork,
    private readonly products: ProductCatalog,
    private readonly supplies: SupplyRepository,
    private readonly downtimes: DowntimeRepository,
  ) {}

  /** Everything that is to be planned. */
  async read(tx: Tx, now: number) {
    const work = await this.open.read(tx);
    const products = await this.products.whole(tx);
    const supplies = await this.supplies.open(tx);
    const leadMs = (item: string): number => 1000 * (products.items.get(item)?.leadTimeSec || LEAD_SEC);
    const receipts = supplies.map(({ item, qty, expectedAt }) => ({
      item,
      qty: Number(qty),
      at: Date.parse(expectedAt),
    }));
    const matrices = [...products.changeovers.values()].map(({ id, families, seconds }): PlanningMatrix => ({
      id,
      families,
      seconds,
    }));
    return {
      ...planningWork(work, { receipts, leadMs }, now),
      items: new Map(work.workOrders.map(({ id, item }) => [id, item])),
      families: await this.open.families(tx),
      matrices,
    };
  }

  /** Stations that are down, and until when they probably will be. */
  async downUntil(tx: Tx, now: number): Promise<Map<string, number>> {
    const down = await this.downtimes.downNow(tx);
    return new Map(
      down.map(({ station, since, usualSec }) => [station, expectedBack(since.getTime(), usualSec, now)]),
    );
  }

  /** Which of these operations have begun, with their status. */
  begun(tx: Tx, operations: readonly string[]): Promise<Map<string, string>> {
    return this.open.begun(tx, operations);
  }
}
