import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import { OnEvents, type AnyEvent } from '../../../platform/outbox';
import { MarkRepository } from './mark.repository';
import { MARKING_EVENTS, marksOf, type MarkingEvent } from './marks-of';

/** Marks what has changed, so that the figures that it touches are computed anew. */
@Injectable()
export class RollUpEvents {
  constructor(
    private readonly database: Database,
    private readonly marks: MarkRepository,
  ) {}

  @OnEvents(...MARKING_EVENTS)
  async happened(plant: string, events: readonly AnyEvent<MarkingEvent>[]): Promise<void> {
    const marks = events.flatMap((event) => marksOf(event));
    if (marks.length > 0) await this.database.write(plant, (tx) => this.marks.add(tx, marks));
  }
}
