import { Injectable } from '@nestjs/common';
import { roomOf, type DomainEvent } from '@takt/contracts';
import { Database } from '../../platform/database';
import { OnEventPush, push, type Push } from '../../platform/outbox';
import { noticeOf, NoticeRepository } from './notice.repository';

/** Tells the station, its line and the office of notices. */
@Injectable()
export class NoticeRealtime {
  constructor(
    private readonly database: Database,
    private readonly repository: NoticeRepository,
  ) {}

  @OnEventPush('notice.raised')
  raised({ plant, payload }: DomainEvent<'notice.raised'>): Promise<readonly Push[]> {
    return this.tell('notice.raised', plant, payload);
  }

  @OnEventPush('notice.changed')
  changed({ plant, payload }: DomainEvent<'notice.changed'>): Promise<readonly Push[]> {
    return this.tell('notice.changed', plant, payload);
  }

  private async tell(
    event: 'notice.raised' | 'notice.changed',
    plant: string,
    { notice: id, station, line }: { notice: string; station: string | null; line: string | null },
  ): Promise<readonly Push[]> {
    const row = await this.database.read(plant, (tx) => this.repository.find(tx, id));
    if (!row) return [];
    const rooms = [
      roomOf.plant(plant),
      ...(line === null ? [] : [roomOf.line(plant, line)]),
      ...(station === null ? [] : [roomOf.station(plant, station)]),
    ];
    return [push(event, rooms, { notice: noticeOf(row) })];
  }
}
