import { Injectable } from '@nestjs/common';
import { roomOf, type DomainEvent } from '@takt/contracts';
import { Database } from '../../platform/database';
import { OnEventPush, push, type Push } from '../../platform/outbox';
import { PlantRepository } from '../plant';

/** Tells the office and the supervisors of every line that an order changed. */
@Injectable()
export class OrderRealtime {
  constructor(
    private readonly database: Database,
    private readonly plants: PlantRepository,
  ) {}

  @OnEventPush('order.created')
  created({ plant, payload }: DomainEvent<'order.created'>): Promise<readonly Push[]> {
    return this.tell(plant, payload.order, null);
  }

  @OnEventPush('order.changed')
  changed({ plant, payload }: DomainEvent<'order.changed'>): Promise<readonly Push[]> {
    return this.tell(plant, payload.order, payload.line);
  }

  @OnEventPush('order.cancelled')
  cancelled({ plant, payload }: DomainEvent<'order.cancelled'>): Promise<readonly Push[]> {
    return this.tell(plant, payload.order, payload.line);
  }

  @OnEventPush('order.shipped')
  shipped({ plant, payload }: DomainEvent<'order.shipped'>): Promise<readonly Push[]> {
    return this.tell(plant, payload.order, payload.line);
  }

  private async tell(plant: string, order: string, line: number | null): Promise<readonly Push[]> {
    const lines = await this.database.read(plant, (tx) => this.plants.lines(tx));
    const rooms = [roomOf.plant(plant), ...lines.map(({ id }) => roomOf.line(plant, id))];
    return [push('order.changed', rooms, { order, line })];
  }
}
