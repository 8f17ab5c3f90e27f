import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Trigger } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { ReplanRunEntity } from './schedule.entity';

/** A waiting request to replan. */
export interface WaitingRequest {
  readonly id: string;
  readonly trigger: Trigger;
  readonly publish: boolean;
  readonly requestedAt: Date;
}

/** What is kept of a replan. */
export type RunFacts = Omit<ReplanRunEntity, 'plant' | 'id'>;

/** Requests to replan, and the log of replans. */
@Injectable()
export class ReplanQueueRepository {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** Adds a request, unless the same trigger about the same subject waits already. */
  async add(tx: Tx, trigger: Trigger, publish = true): Promise<void> {
    await tx.query(
      `insert into replan_request (plant, id, trigger, publish, requested_at)
       select $1, $2, $3, $4, $5
       where not exists (
         select from replan_request where plant = $1 and taken_at is null and publish = $4
           and trigger->>'kind' = $6 and trigger->>'subject' = $7)`,
      [
        tx.plant,
        uuid(),
        JSON.stringify(trigger),
        publish,
        new Date(this.clock.real()),
        trigger.kind,
        trigger.subject,
      ],
    );
  }

  /** Waiting requests of the plant, oldest first. */
  async waiting(tx: Tx): Promise<WaitingRequest[]> {
    const rows = await tx.query<{ id: string; trigger: Trigger; publish: boolean; requested_at: Date }>(
      'select id, trigger, publish, requested_at from replan_request where plant = $1 and taken_at is null order by requested_at, id limit 500',
      [tx.plant],
    );
    return rows.map(({ id, trigger, publish, requested_at: requestedAt }) => ({
      id,
      trigger,
      publish,
      requestedAt,
    }));
  }

  /** Plants with waiting requests. */
  async plantsWaiting(tx: Tx): Promise<string[]> {
    return (
      await tx.query<{ plant: string }>('select distinct plant from replan_request where taken_at is null')
    ).map(({ plant }) => plant);
  }

  /** Marks requests as taken by a replan. */
  async take(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query('update replan_request set taken_at = $3 where plant = $1 and id = any($2)', [
      tx.plant,
      ids,
      new Date(this.clock.real()),
    ]);
  }

  /** Logs a replan. */
  async logRun(tx: Tx, run: RunFacts): Promise<void> {
    await tx.of(ReplanRunEntity).insert({ plant: tx.plant, id: uuid(), ...run });
  }

  /** The last replans, newest first. */
  lastRuns(tx: Tx, limit: number): Promise<ReplanRunEntity[]> {
    return tx.of(ReplanRunEntity).find({ where: { plant: tx.plant }, order: { at: 'DESC' }, take: limit });
  }

  /** Forgets taken requests and runs of long ago. */
  async clean(tx: Tx, before: Date): Promise<void> {
    await tx.query('delete from replan_request where taken_at < $1', [before]);
    await tx.query('delete from replan_run where at < $1', [before]);
  }
}
