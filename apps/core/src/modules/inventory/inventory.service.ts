import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK_AHEAD_MAX_MS,
  isRefusal,
  refuse,
  type InputOf,
  type Movement,
  type Refusal,
  type ReplyOf,
  type inventoryRoutes,
} from '@takt/contracts';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import type { PageRequest } from '../../platform/http';
import { MovementService } from './movement.service';
import { ReceiptService } from './receipt.service';
import { StockRepository, type LotFilter, type MovementFilter } from './stock.repository';

/** Stock, lots and the ledger, for callers. */
@Injectable()
export class InventoryService {
  constructor(
    private readonly database: Database,
    private readonly stocks: StockRepository,
    private readonly receipts: ReceiptService,
    private readonly moves: MovementService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Stock and value, now or at an instant. @returns `thing.unknown`: no such item · `stock.ahead` */
  stock(
    plant: string,
    { at, item, place }: InputOf<typeof inventoryRoutes.stock>['query'],
  ): Promise<ReplyOf<typeof inventoryRoutes.stock> | Refusal> {
    const told = at === undefined ? Infinity : Date.parse(at);
    const ahead = told - this.clock.now();
    if (at !== undefined && ahead > CLOCK_AHEAD_MAX_MS)
      return Promise.resolve(refuse('stock.ahead', { at, now: this.clock.iso() }));
    const instant = ahead > 0 ? null : new Date(told);
    return this.database.read(plant, async (tx) => {
      const unknown = item === undefined ? null : await this.stocks.unknown(tx, { item: [item] });
      if (unknown) return unknown;
      return {
        at: (instant ?? this.clock.date()).toISOString(),
        ...(await this.stocks.levels(tx, { at: instant, item: item ?? null, place: place ?? null })),
      };
    });
  }

  /** One page of the ledger. @returns `thing.unknown`: the filter names what there is not */
  movements(
    plant: string,
    filter: MovementFilter,
    page: PageRequest,
  ): Promise<ReplyOf<typeof inventoryRoutes.movements> | Refusal> {
    return this.database.read(
      plant,
      async (tx) =>
        (await this.stocks.unknown(tx, filter)) ?? (await this.stocks.movements(tx, filter, page)),
    );
  }

  /** One page of lots. */
  lots(plant: string, filter: LotFilter, page: PageRequest): Promise<ReplyOf<typeof inventoryRoutes.lots>> {
    return this.database.read(plant, (tx) => this.stocks.lots(tx, filter, page));
  }

  /** Receives bought material. */
  receive(caller: Caller, { body }: InputOf<typeof inventoryRoutes.receive>): Promise<Movement | Refusal> {
    return this.moved(caller.plant, (tx) => this.receipts.receive(tx, body, caller));
  }

  /** Corrects a count. */
  adjust(caller: Caller, { body }: InputOf<typeof inventoryRoutes.adjust>): Promise<Movement | Refusal> {
    return this.moved(caller.plant, (tx) => this.moves.adjust(tx, body, caller));
  }

  /** Takes a movement back. */
  reverse(caller: Caller, input: InputOf<typeof inventoryRoutes.reverse>): Promise<Movement | Refusal> {
    return this.moved(caller.plant, (tx) => this.moves.reverse(tx, input, caller));
  }

  private moved(plant: string, move: (tx: Tx) => Promise<string | Refusal>): Promise<Movement | Refusal> {
    return this.database.write(plant, async (tx) => {
      const id = await move(tx);
      if (isRefusal(id)) return id;
      return (await this.stocks.movement(tx, id)) ?? refuse('thing.unknown', { kind: 'movement', id });
    });
  }
}
