import { Injectable } from '@nestjs/common';
import {
  isRefusal,
  refuse,
  type Changeover,
  type Refusal,
  type Routing,
  type RoutingOperation,
} from '@takt/contracts';
import { checkRouting, checkRoutingPlaces } from '@takt/production';
import { Database } from '../../platform/database';
import type { Values } from '../plant';
import { BomRepository } from './bom.repository';
import { ChangeoverRepository } from './changeover.repository';
import { ItemRepository } from './item.repository';
import { RoutingPlacesReader } from './routing-places';
import { RoutingRepository } from './routing.repository';

/** How items are made, and what it costs to change between them. */
@Injectable()
export class RoutingService {
  constructor(
    private readonly database: Database,
    private readonly items: ItemRepository,
    private readonly boms: BomRepository,
    private readonly routings: RoutingRepository,
    private readonly changeovers: ChangeoverRepository,
    private readonly places: RoutingPlacesReader,
  ) {}

  /** The routing of an item. */
  async routing(plant: string, item: string): Promise<Routing | Refusal> {
    const found = await this.database.read(plant, (tx) => this.routings.find(tx, item));
    return found ?? refuse('thing.unknown', { kind: 'routing', id: item });
  }

  /**
   * Replaces the routing of an item; work orders that are released keep theirs.
   * @returns thing.unknown, reference.unknown (station, skill, media), routing.invalid
   */
  put(plant: string, item: string, operations: readonly RoutingOperation[]): Promise<Routing | Refusal> {
    return this.database.write(plant, async (tx) => {
      if (!(await this.items.find(tx, item))) return refuse('thing.unknown', { kind: 'item', id: item });
      const bom = (await this.boms.byItem(tx, [item])).get(item);
      const refusal =
        checkRouting(item, operations, bom) ??
        checkRoutingPlaces(item, operations, await this.places.of(tx, operations)) ??
        (await this.places.checkMedia(tx, operations));
      if (refusal) return refusal;
      const saved = await this.routings.put(tx, item, operations);
      if (!isRefusal(saved)) tx.announce('plant.changed', { kind: 'routing', id: item, replan: true });
      return saved;
    });
  }

  /** Changeover matrices, by id. */
  matrices(plant: string): Promise<Changeover[]> {
    return this.database.read(plant, (tx) => this.changeovers.all(tx));
  }

  /**
   * Creates or replaces a changeover matrix.
   * @returns routing.invalid when a routing needs a family that it no longer has
   */
  putMatrix(plant: string, id: string, values: Values<Changeover>): Promise<Changeover | Refusal> {
    return this.database.write(plant, async (tx) => {
      const refusal = await this.places.checkMatrix(tx, id, values);
      if (refusal) return refusal;
      const saved = await this.changeovers.put(tx, id, values);
      if (!isRefusal(saved)) tx.announce('plant.changed', { kind: 'changeover', id, replan: true });
      return saved;
    });
  }
}
