import { Injectable } from '@nestjs/common';
import { isRefusal, type Customer, type Refusal } from '@takt/contracts';
import { Database } from '../../platform/database';
import type { Values } from '../plant';
import { CustomerRepository, type CustomerFilter } from './customer.repository';
import type { SearchPage } from './item.repository';

/** Customers with their service rules. */
@Injectable()
export class CustomerService {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerRepository,
  ) {}

  /** One page of customers. */
  page(
    plant: string,
    filter: CustomerFilter,
    page: SearchPage,
  ): Promise<{ items: Customer[]; nextCursor: string | null }> {
    return this.database.read(plant, (tx) => this.customers.page(tx, filter, page));
  }

  /** Creates or changes a customer. */
  put(plant: string, id: string, values: Values<Customer>): Promise<Customer | Refusal> {
    return this.database.write(plant, async (tx) => {
      const saved = await this.customers.put(tx, id, values);
      if (!isRefusal(saved)) tx.announce('plant.changed', { kind: 'customer', id, replan: false });
      return saved;
    });
  }
}
