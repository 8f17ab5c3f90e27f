import { z } from 'zod';
import { Id, TopicId, Uuid } from './scalar';

/** One kind of background work. Handlers are idempotent; nothing exists only in a queue. */
export interface JobSpec {
  readonly summary: string;
  readonly payload: z.ZodType;
  /** queue with its own hash tag, so that a Redis Cluster spreads the queues; absent for ticks */
  readonly queue?: string;
  /** attempts, with growing pauses, before it is shown as failed */
  readonly attempts?: number;
  /** a tick: done every so many real seconds by the one process that leads */
  readonly everySec?: number;
}

const plant = { plant: TopicId };
const tick = z.object({});

/** Every background job, and every tick. Core refuses to boot when one has no handler, or two. */
export const jobCatalog = {
  'schedule.solve': {
    queue: '{plan}',
    payload: z.object(plant),
    attempts: 3,
    summary:
      'Replan a plant from its waiting triggers; one at a time per plant, triggers that arrive meanwhile are one next job',
  },
  'webhook.deliver': {
    queue: '{hook}',
    payload: z.object({ ...plant, delivery: Uuid, channel: Id }),
    attempts: 8,
    summary: 'Try to deliver a webhook; when to try again stands with the delivery',
  },
  'report.send': {
    queue: '{report}',
    payload: z.object({ ...plant, sending: Uuid }),
    attempts: 3,
    summary: 'Try to send a report; when to try again stands with the sending',
  },
  'schedule.watch': {
    everySec: 5,
    payload: tick,
    summary: 'Compare running and due operations with the plan; deviations beyond tolerance trigger a replan',
  },
  'notice.escalate': {
    everySec: 2,
    payload: tick,
    summary: 'Pass on notices that nobody has acknowledged',
  },
  'andon.escalate': {
    everySec: 2,
    payload: tick,
    summary: 'Pass on calls for help that nobody has answered',
  },
  'telemetry.silence': {
    everySec: 2,
    payload: tick,
    summary: 'Stations that have been silent too long become unknown; stops that grew long are announced',
  },
  'telemetry.maintain': {
    everySec: 60,
    payload: tick,
    summary: 'Create partitions ahead, drop those past retention',
  },
  'command.repeat': {
    everySec: 5,
    payload: tick,
    summary: 'Send commands again that no device has answered; forget old ones',
  },
  'attendance.close': {
    everySec: 10,
    payload: tick,
    summary: 'Close attendance that was left open after the end of its shift',
  },
  'stock.replenish': {
    everySec: 10,
    payload: tick,
    summary: 'Release work orders for make-to-stock items below their minimum',
  },
  'stock.expire': {
    everySec: 5,
    payload: tick,
    summary: 'Write off what has passed its shelf life; what was kept of it is found elsewhere',
  },
  'stock.restate': {
    everySec: 2,
    payload: tick,
    summary: 'Restate values at moving averages after movements that were written late or taken back',
  },
  'kpi.roll-up': { everySec: 2, payload: tick, summary: 'Bring the roll-up tables up to date' },
  'webhook.sweep': {
    everySec: 15,
    payload: tick,
    summary:
      'Deliver webhooks that are due although no job is left for them; forget those delivered long ago',
  },
  'report.sweep': {
    everySec: 10,
    payload: tick,
    summary:
      'Send the reports whose shift, day or month has ended, and those left without a job; forget those sent long ago',
  },
  'broker.files': {
    everySec: 2,
    payload: tick,
    summary: 'Keep the accounts of an external mosquitto up to date',
  },
  'upkeep.clean': {
    everySec: 300,
    payload: tick,
    summary: 'Remove dispatched outbox rows, old idempotency keys and expired log-ins',
  },
} as const satisfies Record<string, JobSpec>;

/** Name of a job. */
export type JobName = keyof typeof jobCatalog;
/** Payload of a job. */
export type JobPayload<N extends JobName = JobName> = z.infer<(typeof jobCatalog)[N]['payload']>;

/** Names of the jobs that go through a queue. */
export type QueuedJobName = {
  [N in JobName]: (typeof jobCatalog)[N] extends { queue: string } ? N : never;
}[JobName];
/** Names of the ticks. */
export type TickName = Exclude<JobName, QueuedJobName>;
