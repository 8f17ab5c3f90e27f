import { Controller } from '@nestjs/common';
import { orderRoutes, type InputOf, type Order, type Refusal, type ReplyOf } from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Handle, In, InTurn, Who } from '../../platform/http';
import { PROMISES } from './intake-turn';
import { OrderLineService } from './order-line.service';
import { OrderService } from './order.service';
import { QuoteService } from './quote.service';

/** Customer orders over HTTP. */
@Controller()
export class OrderController {
  constructor(
    private readonly orders: OrderService,
    private readonly lines: OrderLineService,
    private readonly quotes: QuoteService,
  ) {}

  @Handle(orderRoutes.list)
  list(
    @In() { query }: InputOf<typeof orderRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof orderRoutes.list>> {
    return this.orders.page(caller.plant, query.filter, query);
  }

  @Handle(orderRoutes.get)
  get(@In() { params }: InputOf<typeof orderRoutes.get>, @Who() caller: Caller): Promise<Order | Refusal> {
    return this.orders.get(caller.plant, params.order);
  }

  @Handle(orderRoutes.create)
  @InTurn(...PROMISES)
  create(
    @In() { body }: InputOf<typeof orderRoutes.create>,
    @Who() caller: Caller,
  ): Promise<Order | Refusal> {
    return this.orders.create(caller.plant, body);
  }

  @Handle(orderRoutes.quote)
  @InTurn(...PROMISES)
  quote(
    @In() { body }: InputOf<typeof orderRoutes.quote>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof orderRoutes.quote> | Refusal> {
    return this.quotes.quote(caller.plant, body);
  }

  @Handle(orderRoutes.changeLine)
  @InTurn(...PROMISES)
  change(
    @In() input: InputOf<typeof orderRoutes.changeLine>,
    @Who() caller: Caller,
  ): Promise<Order | Refusal> {
    return this.lines.change(caller.plant, input);
  }

  @Handle(orderRoutes.cancelLine)
  cancel(
    @In() input: InputOf<typeof orderRoutes.cancelLine>,
    @Who() caller: Caller,
  ): Promise<Order | Refusal> {
    return this.lines.cancel(caller.plant, input);
  }

  @Handle(orderRoutes.ship)
  ship(@In() input: InputOf<typeof orderRoutes.ship>, @Who() caller: Caller): Promise<Order | Refusal> {
    return this.lines.ship(caller.plant, input, caller);
  }
}
