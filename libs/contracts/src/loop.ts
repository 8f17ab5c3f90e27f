import { z } from 'zod';
import { allow } from './role';
import { route } from './route';
import { Instant } from './scalar';
import { Trigger } from './schedule';

/** Steps of the loop whose latency is measured. */
export const LOOP_STEPS = [
  'commit',
  'derive',
  'relay',
  'push',
  'trigger',
  'solve',
  'publish',
  'acknowledge',
] as const;
/** One of {@link LOOP_STEPS}. */
export const LoopStep = z.enum(LOOP_STEPS);
/** Step of the loop. */
export type LoopStep = z.infer<typeof LoopStep>;

/** State of a part of the installation. */
export const PartHealth = z.object({ part: z.string(), ok: z.boolean(), detail: z.string() });
/** State of a part of the installation. */
export type PartHealth = z.infer<typeof PartHealth>;

/** The loop at work: how long each step takes (last 15 minutes, real time), and the last replans. */
export const LoopStatus = z.object({
  at: Instant,
  rate: z.number(),
  steps: z.array(
    z.object({
      step: LoopStep,
      count: z.number().int(),
      p50Ms: z.number().nullable(),
      p99Ms: z.number().nullable(),
    }),
  ),
  messagesPerSec: z.number(),
  messagesTotal: z.number(),
  quarantined: z.number(),
  outboxWaiting: z.number().int(),
  deriveBehindMs: z.number(),
  jobs: z.array(
    z.object({
      queue: z.string(),
      waiting: z.number().int(),
      active: z.number().int(),
      failed: z.number().int(),
    }),
  ),
  replans: z.array(
    z.object({
      version: z.number().int().nullable().describe('null: it led to no version'),
      at: Instant,
      triggers: z.array(Trigger),
      solveMs: z.number().int(),
      moved: z.number().int(),
      totalMs: z.number().nullable(),
      outcome: z.string(),
    }),
  ),
  parts: z.array(PartHealth),
});
/** The loop at work. */
export type LoopStatus = z.infer<typeof LoopStatus>;

/** The loop, and health for supervisors of processes. */
export const loopRoutes = {
  status: route({
    method: 'GET',
    path: '/loop',
    access: allow.office,
    summary: 'Latency of each step of the loop, last replans, health of the parts',
    reply: LoopStatus,
  }),
} as const;
