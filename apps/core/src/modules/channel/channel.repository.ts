import { Injectable } from '@nestjs/common';
import type { Channel, Refusal } from '@takt/contracts';
import { putRevised, type Tx } from '../../platform/database';
import { ifMatches } from '../../platform/http';
import { ChannelEntity } from './channel.entity';

function channelOf({ plant: _, sealedSecret: _secret, ...rest }: ChannelEntity): Channel {
  return rest;
}

/** Shops in PostgreSQL. */
@Injectable()
export class ChannelRepository {
  /** Shops of the plant. */
  async all(tx: Tx): Promise<Channel[]> {
    return (await tx.of(ChannelEntity).find({ where: { plant: tx.plant }, order: { id: 'ASC' } })).map(
      channelOf,
    );
  }

  /** A shop; null: there is none. */
  async find(tx: Tx, id: string): Promise<Channel | null> {
    const row = await tx.of(ChannelEntity).findOneBy({ plant: tx.plant, id });
    return row && channelOf(row);
  }

  /** Replaces the secret of a shop. @returns null when there is none */
  async renewSecret(tx: Tx, id: string, sealedSecret: string): Promise<Channel | null> {
    const row = await tx
      .of(ChannelEntity)
      .findOne({ where: { plant: tx.plant, id }, lock: { mode: 'pessimistic_write' } });
    if (!row) return null;
    return channelOf(await tx.of(ChannelEntity).save({ ...row, sealedSecret, revision: row.revision + 1 }));
  }

  /** Shops with an id, in every plant the transaction may see, with their secrets. */
  withSecret(tx: Tx, id: string): Promise<ChannelEntity[]> {
    return tx.of(ChannelEntity).find({ where: { id, active: true }, order: { plant: 'ASC' } });
  }

  /** Creates or changes a shop; the secret is kept when there is one. */
  async put(
    tx: Tx,
    id: string,
    values: Omit<Channel, 'id' | 'revision'>,
    newSecret: string,
  ): Promise<{ channel: Channel; isNew: boolean } | Refusal> {
    const before = await tx.of(ChannelEntity).findOneBy({ plant: tx.plant, id });
    const saved = await putRevised(tx, {
      entity: ChannelEntity,
      key: { plant: tx.plant, id },
      values: { ...values, sealedSecret: before?.sealedSecret ?? newSecret },
      check: (stored) => ifMatches(`channel ${id}`, stored),
    });
    return 'refused' in saved ? saved : { channel: channelOf(saved), isNew: before === null };
  }
}
