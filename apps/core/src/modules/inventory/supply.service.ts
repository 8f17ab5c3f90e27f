import { Injectable } from '@nestjs/common';
import {
  refuse,
  type InputOf,
  type Refusal,
  type ReplyOf,
  type Supply,
  type inventoryRoutes,
} from '@takt/contracts';
import { checkWhole } from '@takt/production';
import { Database } from '../../platform/database';
import type { PageRequest } from '../../platform/http';
import { ItemRepository } from '../product';
import { SupplyRepository, type SupplyFilter } from './supply.repository';

/** Expected receipts, for callers. */
@Injectable()
export class SupplyService {
  constructor(
    private readonly database: Database,
    private readonly supplies: SupplyRepository,
    private readonly items: ItemRepository,
  ) {}

  /** One page of expected receipts. */
  page(
    plant: string,
    filter: SupplyFilter,
    page: PageRequest,
  ): Promise<ReplyOf<typeof inventoryRoutes.supplies>> {
    return this.database.read(plant, (tx) => this.supplies.page(tx, filter, page));
  }

  /** Announces a receipt. @returns `reference.unknown` · `quantity.fraction` */
  expect(plant: string, { body }: InputOf<typeof inventoryRoutes.expect>): Promise<Supply | Refusal> {
    return this.database.write(plant, async (tx) => {
      const item = await this.items.find(tx, body.item);
      if (!item) return refuse('reference.unknown', { field: 'item', kind: 'item', id: body.item });
      return checkWhole(item, body.qty) ?? this.supplies.add(tx, body);
    });
  }

  /** Moves an expected receipt. @returns `thing.unknown` · `quantity.fraction`, which leave it as it was */
  postpone(
    plant: string,
    { params, body }: InputOf<typeof inventoryRoutes.postpone>,
  ): Promise<Supply | Refusal> {
    return this.database.write(plant, async (tx) => {
      const moved = await this.supplies.move(tx, params.supply, body);
      if (!moved) return refuse('thing.unknown', { kind: 'supply', id: params.supply });
      const item = body.qty === undefined ? null : await this.items.find(tx, moved.item);
      return (item && checkWhole(item, moved.qty)) ?? moved;
    });
  }
}
