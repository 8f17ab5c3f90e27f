import { Inject, Injectable } from '@nestjs/common';
import {
  isRefusal,
  refuse,
  type InputOf,
  type Movement,
  type Refusal,
  type ReplyOf,
  type Supply,
  type inventoryRoutes,
} from '@takt/contracts';
import { checkWhole } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import type { PageRequest } from '../../platform/http';
import { ItemRepository } from '../product';
import { MovementService } from './movement.service';
import { StockRepository, type LotFilter, type MovementFilter } from './stock.repository';
import { SupplyRepository, type SupplyFilter } from './supply.repository';

/** Stock, lots, the ledger and expected receipts, for callers. */
@Injectable()
export class InventoryService {
  constructor(
    private readonly database: Database,
    private readonly stocks: StockRepository,
    private readonly moves: MovementService,
    private readonly supplies: SupplyRepository,
    private readonly items: ItemRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Stock and value, now or at an instant. */
  stock(
    plant: string,
    { at, item, place }: InputOf<typeof inventoryRoutes.stock>['query'],
  ): Promise<ReplyOf<typeof inventoryRoutes.stock>> {
    const instant = at === undefined ? null : new Date(at);
    return this.database.read(plant, async (tx) => ({
      at: (instant ?? this.clock.date()).toISOString(),
      ...(await this.stocks.levels(tx, { at: instant, item: item ?? null, place: place ?? null })),
    }));
  }

  /** One page of the ledger. */
  movements(
    plant: string,
    filter: MovementFilter,
    page: PageRequest,
  ): Promise<ReplyOf<typeof inventoryRoutes.movements>> {
    return this.database.read(plant, (tx) => this.stocks.movements(tx, filter, page));
  }

  /** One page of lots. */
  lots(plant: string, filter: LotFilter, page: PageRequest): Promise<ReplyOf<typeof inventoryRoutes.lots>> {
    return this.database.read(plant, (tx) => this.stocks.lots(tx, filter, page));
  }

  /** Receives bought material. */
  receive(caller: Caller, { body }: InputOf<typeof inventoryRoutes.receive>): Promise<Movement | Refusal> {
    return this.moved(caller.plant, (tx) => this.moves.receive(tx, body, caller));
  }

  /** Corrects a count. */
  adjust(caller: Caller, { body }: InputOf<typeof inventoryRoutes.adjust>): Promise<Movement | Refusal> {
    return this.moved(caller.plant, (tx) => this.moves.adjust(tx, body, caller));
  }

  /** Takes a movement back. */
  reverse(caller: Caller, input: InputOf<typeof inventoryRoutes.reverse>): Promise<Movement | Refusal> {
    return this.moved(caller.plant, (tx) => this.moves.reverse(tx, input, caller));
  }

  /** One page of expected receipts. */
  supplyPage(
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

  private moved(plant: string, move: (tx: Tx) => Promise<string | Refusal>): Promise<Movement | Refusal> {
    return this.database.write(plant, async (tx) => {
      const id = await move(tx);
      if (isRefusal(id)) return id;
      return (await this.stocks.movement(tx, id)) ?? refuse('thing.unknown', { kind: 'movement', id });
    });
  }
}
