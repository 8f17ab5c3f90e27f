import { Injectable } from '@nestjs/common';
import { roomOf, type DomainEvent } from '@takt/contracts';
import { OnEventPush, push, type Push } from '../../platform/outbox';

/** Tells the screens who came and who left. */
@Injectable()
export class AttendanceRealtime {
  @OnEventPush('worker.badged')
  async badged({ plant, payload }: DomainEvent<'worker.badged'>): Promise<readonly Push[]> {
    const { worker, direction, station, line } = payload;
    const rooms = [
      roomOf.plant(plant),
      ...(line === null ? [] : [roomOf.line(plant, line)]),
      ...(station === null ? [] : [roomOf.station(plant, station)]),
    ];
    return [push('attendance.changed', rooms, { worker, direction, station })];
  }
}
