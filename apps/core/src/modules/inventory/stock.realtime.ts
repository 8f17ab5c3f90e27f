import { Injectable } from '@nestjs/common';
import { roomOf, type DomainEvent } from '@takt/contracts';
import { OnEventPush, push, type Push } from '../../platform/outbox';

/** Tells the office that stock moved. */
@Injectable()
export class StockRealtime {
  @OnEventPush('stock.moved')
  async moved({ plant, payload }: DomainEvent<'stock.moved'>): Promise<readonly Push[]> {
    return [push('stock.changed', [roomOf.plant(plant)], { items: [payload.item] })];
  }
}
