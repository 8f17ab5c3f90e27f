import { Controller } from '@nestjs/common';
import {
  inventoryRoutes,
  type InputOf,
  type Movement,
  type Refusal,
  type ReplyOf,
  type Supply,
} from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { filterWindow, Handle, In, Who } from '../../platform/http';
import { InventoryService } from './inventory.service';
import { SupplyService } from './supply.service';

/** Stock, lots, movements and supplies over HTTP. */
@Controller()
export class InventoryController {
  constructor(
    private readonly inventory: InventoryService,
    private readonly supply: SupplyService,
  ) {}

  @Handle(inventoryRoutes.stock)
  stock(
    @In() { query }: InputOf<typeof inventoryRoutes.stock>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof inventoryRoutes.stock> | Refusal> {
    return this.inventory.stock(caller.plant, query);
  }

  @Handle(inventoryRoutes.movements)
  movements(
    @In() { query }: InputOf<typeof inventoryRoutes.movements>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof inventoryRoutes.movements> | Refusal> {
    const { from, to, ...filter } = query.filter;
    const window = filterWindow({ from, to });
    return this.inventory.movements(caller.plant, { ...filter, ...window }, query);
  }

  @Handle(inventoryRoutes.lots)
  lots(
    @In() { query }: InputOf<typeof inventoryRoutes.lots>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof inventoryRoutes.lots>> {
    return this.inventory.lots(caller.plant, query.filter, query);
  }

  @Handle(inventoryRoutes.receive)
  receive(
    @In() input: InputOf<typeof inventoryRoutes.receive>,
    @Who() caller: Caller,
  ): Promise<Movement | Refusal> {
    return this.inventory.receive(caller, input);
  }

  @Handle(inventoryRoutes.adjust)
  adjust(
    @In() input: InputOf<typeof inventoryRoutes.adjust>,
    @Who() caller: Caller,
  ): Promise<Movement | Refusal> {
    return this.inventory.adjust(caller, input);
  }

  @Handle(inventoryRoutes.reverse)
  reverse(
    @In() input: InputOf<typeof inventoryRoutes.reverse>,
    @Who() caller: Caller,
  ): Promise<Movement | Refusal> {
    return this.inventory.reverse(caller, input);
  }

  @Handle(inventoryRoutes.supplies)
  supplies(
    @In() { query }: InputOf<typeof inventoryRoutes.supplies>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof inventoryRoutes.supplies>> {
    return this.supply.page(caller.plant, query.filter, query);
  }

  @Handle(inventoryRoutes.expect)
  expect(
    @In() input: InputOf<typeof inventoryRoutes.expect>,
    @Who() caller: Caller,
  ): Promise<Supply | Refusal> {
    return this.supply.expect(caller.plant, input);
  }

  @Handle(inventoryRoutes.postpone)
  postpone(
    @In() input: InputOf<typeof inventoryRoutes.postpone>,
    @Who() caller: Caller,
  ): Promise<Supply | Refusal> {
    return this.supply.postpone(caller.plant, input);
  }
}
