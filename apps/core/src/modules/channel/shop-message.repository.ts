import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { ShopMessageEntity } from './shop-message.entity';

/** Messages of shops in PostgreSQL. */
@Injectable()
export class ShopMessageRepository {
  /** Holds off other messages about the same order until the commit, also while there is no such order. */
  async lock(tx: Tx, channel: string, order: string): Promise<void> {
    const name = JSON.stringify(['shop order', tx.plant, channel, order]);
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
  }

  /** Accepted messages about an order, the newest revision first. */
  of(tx: Tx, channel: string, order: string): Promise<ShopMessageEntity[]> {
    return tx
      .of(ShopMessageEntity)
      .find({ where: { plant: tx.plant, channel, order }, order: { revision: 'DESC' } });
  }

  /** Keeps an accepted message. */
  async add(tx: Tx, message: Omit<ShopMessageEntity, 'plant'>): Promise<void> {
    await tx.of(ShopMessageEntity).insert({ plant: tx.plant, ...message });
  }
}
