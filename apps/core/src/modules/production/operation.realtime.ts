import { Injectable } from '@nestjs/common';
import { roomOf, type DomainEvent } from '@takt/contracts';
import { OnEventPush, push, type Push } from '../../platform/outbox';

/** Tells the office, the line and the station that an operation changed. */
@Injectable()
export class OperationRealtime {
  @OnEventPush('operation.changed')
  async changed({ plant, payload }: DomainEvent<'operation.changed'>): Promise<readonly Push[]> {
    const { operation, workOrder, station, line, status } = payload;
    const rooms = [
      roomOf.plant(plant),
      ...(line === null ? [] : [roomOf.line(plant, line)]),
      ...(station === null ? [] : [roomOf.station(plant, station)]),
    ];
    return [push('operation.changed', rooms, { operation, workOrder, station, status })];
  }
}
