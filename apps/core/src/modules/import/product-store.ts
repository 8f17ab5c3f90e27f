import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import {
  BomRepository,
  ChangeoverRepository,
  CustomerRepository,
  ItemRepository,
  RoutingRepository,
} from '../product';
import type { Writes } from './check';
import { listed, type Known } from './world';

/** The part of the master data that is about products. */
@Injectable()
export class ProductStore {
  constructor(
    private readonly items: ItemRepository,
    private readonly routings: RoutingRepository,
    private readonly boms: BomRepository,
    private readonly changeovers: ChangeoverRepository,
    private readonly customers: CustomerRepository,
  ) {}

  /** What the plant has. */
  async read(
    tx: Tx,
  ): Promise<Pick<Known, 'booked' | 'changeovers' | 'items' | 'routings' | 'boms' | 'customers'>> {
    return {
      booked: await this.items.booked(tx),
      changeovers: listed(await this.changeovers.all(tx)),
      items: listed((await this.items.byId(tx)).values()),
      routings: [...(await this.routings.byItem(tx))],
      boms: [...(await this.boms.byItem(tx))],
      customers: listed((await this.customers.byId(tx)).values()),
    };
  }

  /** Writes changeover matrices: stations refer to them. */
  putChangeovers(tx: Tx, changeovers: Writes['changeovers']): Promise<void> {
    return this.changeovers.putMany(tx, changeovers);
  }

  /** Writes everything else. */
  async write(tx: Tx, writes: Writes): Promise<void> {
    await this.items.putMany(tx, writes.items);
    await this.routings.putMany(tx, writes.routings);
    await this.boms.putMany(tx, writes.boms);
    await this.customers.putMany(tx, writes.customers);
  }
}
