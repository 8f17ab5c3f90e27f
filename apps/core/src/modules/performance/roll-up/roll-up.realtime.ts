import { Injectable } from '@nestjs/common';
import { roomOf, type DomainEvent } from '@takt/contracts';
import { OnEventPush, push, type Push } from '../../../platform/outbox';

/** Tells the screens of the plant that figures have changed. */
@Injectable()
export class RollUpRealtime {
  @OnEventPush('kpi.changed')
  changed({ plant, payload }: DomainEvent<'kpi.changed'>): Promise<readonly Push[]> {
    return Promise.resolve([push('kpi.changed', [roomOf.plant(plant)], { kpis: payload.kpis })]);
  }
}
