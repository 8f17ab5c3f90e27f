import { Injectable } from '@nestjs/common';
import { deviceMessages } from '@takt/contracts';
import { limitBreaches } from '@takt/production';
import { LimitWatch } from '../production';
import type { Accepted } from './message-decoder';

/** Tells measurements that somebody has to act upon from the many that nobody has to. */
@Injectable()
export class MeasureWatch {
  constructor(private readonly limits: LimitWatch) {}

  /** Those of the messages that measure something outside the process limits of what runs at their station. */
  async breaking(messages: readonly Accepted[]): Promise<ReadonlySet<Accepted>> {
    const measured = messages.filter(({ channel }) => channel === 'measure');
    const plants = [...new Set(measured.map(({ plant }) => plant))];
    const breaking = new Set<Accepted>();
    for (const plant of plants) {
      const limits = await this.limits.limits(plant);
      if (limits.size === 0) continue;
      for (const one of measured) {
        if (one.plant !== plant) continue;
        const { values } = deviceMessages.measure.parse(one.message);
        if (limitBreaches(limits.get(one.station) ?? [], values).length > 0) breaking.add(one);
      }
    }
    return breaking;
  }
}
