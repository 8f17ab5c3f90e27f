import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { isRefusal, type Customer, type Refusal } from '@takt/contracts';
import { likePattern, putMany, putRevised, type Tx } from '../../platform/database';
import { cursorPage, ifMatches } from '../../platform/http';
import { rowsOf, type Many, type Values } from '../plant';
import { CustomerEntity } from './customer.entity';
import type { SearchPage } from './item.repository';

/** Filters of the list of customers. */
export interface CustomerFilter {
  readonly active?: readonly string[] | undefined;
}

function customerOf({ plant: _, nameZh, ...rest }: CustomerEntity): Customer {
  return { ...rest, ...(nameZh === null ? {} : { nameZh }) };
}

/** Customers in PostgreSQL. */
@Injectable()
export class CustomerRepository {
  /** Customers by id: all of the plant, or those that are named. */
  async byId(tx: Tx, ids?: readonly string[]): Promise<Map<string, Customer>> {
    const rows = await tx
      .of(CustomerEntity)
      .findBy({ plant: tx.plant, ...(ids ? { id: Any([...ids]) } : {}) });
    return new Map(rows.map((row) => [row.id, customerOf(row)]));
  }

  /** One page of customers. */
  async page(
    tx: Tx,
    filter: CustomerFilter,
    page: SearchPage,
  ): Promise<{ items: Customer[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<{ id: string }>(
      tx,
      {
        select: 'select id from customer',
        where: [
          'plant = $1',
          '$2::text[] is null or active::text = any($2)',
          '$3::text is null or id ilike $3 or name ilike $3 or name_zh ilike $3',
        ],
        parameters: [tx.plant, filter.active ?? null, page.q === undefined ? null : likePattern(page.q)],
        sortable: { id: { sql: 'id', type: 'text' }, name: { sql: 'name', type: 'text' } },
        id: { sql: 'id', type: 'text' },
      },
      page,
    );
    const customers = await this.byId(
      tx,
      rows.map(({ id }) => id),
    );
    return { items: rows.flatMap(({ id }) => customers.get(id) ?? []), nextCursor };
  }

  /** Creates or replaces a customer. */
  async put(tx: Tx, id: string, values: Values<Customer>): Promise<Customer | Refusal> {
    const saved = await putRevised(tx, {
      entity: CustomerEntity,
      key: { plant: tx.plant, id },
      values: { ...values, nameZh: values.nameZh ?? null },
      check: (stored) => ifMatches(`customer ${id}`, stored),
    });
    return isRefusal(saved) ? saved : customerOf(saved);
  }

  /** Creates or replaces many customers. */
  putMany(tx: Tx, customers: Many<Customer>): Promise<void> {
    return putMany(tx, CustomerEntity, rowsOf(tx, customers));
  }
}
