import { z } from 'zod';
import { Trigger } from './schedule';
import { Id, TopicId, Uuid } from './scalar';

/** One kind of background job: its queue, payload, and when it repeats by itself. */
export interface JobSpec {
  /** queue with its own hash tag, so that a Redis Cluster spreads the queues */
  readonly queue: string;
  readonly payload: z.ZodType;
  /** repeats every so many real seconds, once per installation */
  readonly everySec?: number;
  /** attempts before it is shown as failed */
  readonly attempts: number;
  readonly summary: string;
}

const plant = { plant: TopicId };

/** Every background job. Core refuses to boot when one has no handler, or two. Handlers are idempotent; nothing exists only in the queue. */
export const jobCatalog = {
  'schedule.solve': {
    queue: '{plan}',
    payload: z.object({ ...plant, triggers: z.array(Trigger).max(200), publish: z.boolean() }),
    attempts: 3,
    summary: 'Replan a plant; one at a time per plant, triggers that arrive meanwhile are one next job',
  },
  'schedule.watch': {
    queue: '{watch}',
    payload: z.object({}),
    everySec: 5,
    attempts: 1,
    summary: 'Compare running and due operations with the plan; deviations beyond tolerance trigger a replan',
  },
  'notice.escalate': {
    queue: '{watch}',
    payload: z.object({}),
    everySec: 2,
    attempts: 1,
    summary: 'Escalate notices and calls that nobody has acknowledged',
  },
  'telemetry.silence': {
    queue: '{watch}',
    payload: z.object({}),
    everySec: 2,
    attempts: 1,
    summary: 'Stations that have been silent too long become unknown; stops that grew long are announced',
  },
  'telemetry.maintain': {
    queue: '{upkeep}',
    payload: z.object({}),
    everySec: 60,
    attempts: 3,
    summary: 'Create partitions ahead, drop those past retention',
  },
  'attendance.close': {
    queue: '{upkeep}',
    payload: z.object({}),
    everySec: 10,
    attempts: 1,
    summary: 'Close attendance that was left open after the end of its shift',
  },
  'stock.replenish': {
    queue: '{upkeep}',
    payload: z.object({}),
    everySec: 10,
    attempts: 1,
    summary: 'Release work orders for make-to-stock items below their minimum',
  },
  'kpi.roll-up': {
    queue: '{kpi}',
    payload: z.object({}),
    everySec: 2,
    attempts: 3,
    summary: 'Bring the roll-up tables up to date',
  },
  'webhook.deliver': {
    queue: '{hook}',
    payload: z.object({ ...plant, delivery: Uuid, channel: Id }),
    attempts: 8,
    summary: 'Deliver a webhook, with back-off',
  },
  'upkeep.clean': {
    queue: '{upkeep}',
    payload: z.object({}),
    everySec: 300,
    attempts: 1,
    summary: 'Remove dispatched outbox rows, old idempotency keys and expired log-ins',
  },
} as const satisfies Record<string, JobSpec>;

/** Name of a job. */
export type JobName = keyof typeof jobCatalog;
/** Payload of a job. */
export type JobPayload<N extends JobName = JobName> = z.infer<(typeof jobCatalog)[N]['payload']>;
