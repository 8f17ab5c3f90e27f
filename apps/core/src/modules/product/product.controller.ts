import { Controller } from '@nestjs/common';
import {
  changeoverRoutes,
  customerRoutes,
  itemRoutes,
  type Bom,
  type Changeover,
  type Customer,
  type InputOf,
  type Item,
  type Refusal,
  type ReplyOf,
  type Routing,
} from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Handle, In, Who } from '../../platform/http';
import { CustomerService } from './customer.service';
import { ItemService } from './item.service';
import { RoutingService } from './routing.service';

/** Items, bills of materials, routings, changeover matrices and customers over HTTP. */
@Controller()
export class ProductController {
  constructor(
    private readonly items: ItemService,
    private readonly routings: RoutingService,
    private readonly customers: CustomerService,
  ) {}

  @Handle(itemRoutes.list)
  itemPage(
    @In() { query }: InputOf<typeof itemRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof itemRoutes.list>> {
    return this.items.page(caller.plant, query.filter, query);
  }

  @Handle(itemRoutes.get)
  item(@In() { params }: InputOf<typeof itemRoutes.get>, @Who() caller: Caller): Promise<Item | Refusal> {
    return this.items.item(caller.plant, params.item);
  }

  @Handle(itemRoutes.put)
  putItem(
    @In() { params, body }: InputOf<typeof itemRoutes.put>,
    @Who() caller: Caller,
  ): Promise<Item | Refusal> {
    return this.items.put(caller.plant, params.item, body);
  }

  @Handle(itemRoutes.bom)
  bom(@In() { params }: InputOf<typeof itemRoutes.bom>, @Who() caller: Caller): Promise<Bom | Refusal> {
    return this.items.bom(caller.plant, params.item);
  }

  @Handle(itemRoutes.putBom)
  putBom(
    @In() { params, body }: InputOf<typeof itemRoutes.putBom>,
    @Who() caller: Caller,
  ): Promise<Bom | Refusal> {
    return this.items.putBom(caller.plant, params.item, body.lines);
  }

  @Handle(itemRoutes.routing)
  routing(
    @In() { params }: InputOf<typeof itemRoutes.routing>,
    @Who() caller: Caller,
  ): Promise<Routing | Refusal> {
    return this.routings.routing(caller.plant, params.item);
  }

  @Handle(itemRoutes.putRouting)
  putRouting(
    @In() { params, body }: InputOf<typeof itemRoutes.putRouting>,
    @Who() caller: Caller,
  ): Promise<Routing | Refusal> {
    return this.routings.put(caller.plant, params.item, body.operations);
  }

  @Handle(changeoverRoutes.list)
  matrices(@Who() caller: Caller): Promise<Changeover[]> {
    return this.routings.matrices(caller.plant);
  }

  @Handle(changeoverRoutes.put)
  putMatrix(
    @In() { params, body }: InputOf<typeof changeoverRoutes.put>,
    @Who() caller: Caller,
  ): Promise<Changeover | Refusal> {
    return this.routings.putMatrix(caller.plant, params.changeover, body);
  }

  @Handle(customerRoutes.list)
  customerPage(
    @In() { query }: InputOf<typeof customerRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof customerRoutes.list>> {
    return this.customers.page(caller.plant, query.filter, query);
  }

  @Handle(customerRoutes.put)
  putCustomer(
    @In() { params, body }: InputOf<typeof customerRoutes.put>,
    @Who() caller: Caller,
  ): Promise<Customer | Refusal> {
    return this.customers.put(caller.plant, params.customer, body);
  }
}
