import { Injectable } from '@nestjs/common';
import {
  isRefusal,
  type NewOrder,
  type Order,
  type Refusal,
  type ReplyOf,
  type orderRoutes,
} from '@takt/contracts';
import { Database } from '../../platform/database';
import type { PageRequest } from '../../platform/http';
import { OrderIntake } from './order-intake';
import type { OrderFilter } from './order-list.repository';
import { OrderReader } from './order-reader';

/** Customer orders: entered, read, listed. */
@Injectable()
export class OrderService {
  constructor(
    private readonly database: Database,
    private readonly intake: OrderIntake,
    private readonly reader: OrderReader,
  ) {}

  /** Enters an order of the office. */
  create(plant: string, { id, customer, lines }: NewOrder): Promise<Order | Refusal> {
    return this.database.write(plant, async (tx) => {
      const head = await this.intake.create(tx, {
        id,
        customer,
        channel: 'office',
        channelRevision: 0,
        lines: lines.map((line, i) => ({ ...line, line: i + 1, requestedAt: Date.parse(line.requestedAt) })),
      });
      return isRefusal(head) ? head : this.reader.order(tx, head.id);
    });
  }

  /** One order. */
  get(plant: string, id: string): Promise<Order | Refusal> {
    return this.database.read(plant, (tx) => this.reader.order(tx, id));
  }

  /** One page of order lines. */
  page(
    plant: string,
    filter: OrderFilter,
    page: PageRequest & { readonly q?: string | undefined },
  ): Promise<ReplyOf<typeof orderRoutes.list>> {
    return this.database.read(plant, (tx) => this.reader.page(tx, filter, page));
  }
}
