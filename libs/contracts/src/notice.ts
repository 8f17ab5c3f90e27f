import { z } from 'zod';
import { listQuery, pageOf } from './list';
import { allow, Role } from './role';
import { route } from './route';
import { Id, Instant, TopicId, Uuid } from './scalar';
import { Slot, Trigger } from './schedule';

/** What a notice is about. */
export const NoticeKind = z.enum([
  'operation-moved',
  'operation-added',
  'operation-removed',
  'operation-resized',
  'order-cancelled',
  'hold',
  'message',
]);
/** What a notice is about. */
export type NoticeKind = z.infer<typeof NoticeKind>;

/** Proof that somebody has seen a notice: who, when, on which device. */
export const Acknowledgement = z.object({
  worker: Id.nullable(),
  user: z.string().nullable(),
  terminal: Uuid.nullable(),
  device: z.string(),
  at: Instant,
});
/** Proof that somebody has seen a notice. */
export type Acknowledgement = z.infer<typeof Acknowledgement>;

/** A change that someone must acknowledge: what, old → new, from when, why, by whom. */
export const Notice = z.object({
  id: Uuid,
  kind: NoticeKind,
  station: TopicId.nullable(),
  line: TopicId.nullable(),
  operation: Id.nullable(),
  item: Id.nullable(),
  from: Slot.nullable(),
  to: Slot.nullable(),
  /** the operation that is next at the station before and after */
  nextBefore: Id.nullable(),
  nextAfter: Id.nullable(),
  trigger: Trigger.nullable(),
  scheduleVersion: z.number().int().nullable(),
  text: z.string().nullable(),
  by: z.string().describe('who caused it: a person, or takt'),
  raisedAt: Instant,
  dueAt: Instant.describe('escalated when not acknowledged by then'),
  role: Role.describe('who has to acknowledge; grows with the escalation'),
  escalation: z.number().int(),
  acknowledgement: Acknowledgement.nullable(),
  withdrawnAt: Instant.nullable().describe('a later change made it void'),
});
/** A change that someone must acknowledge. */
export type Notice = z.infer<typeof Notice>;

/** Notices. */
export const noticeRoutes = {
  list: route({
    method: 'GET',
    path: '/notices',
    access: allow.anyone,
    summary: 'Notices; open ones with filter=open:yes',
    query: listQuery(['open', 'station', 'line', 'operation', 'kind'], ['raisedAt'], {
      kind: NoticeKind.options,
    }),
    reply: pageOf(Notice),
  }),
  acknowledge: route({
    method: 'POST',
    path: '/notices/:notice/acknowledge',
    access: allow.floor,
    summary: 'I have seen it',
    params: z.strictObject({ notice: Uuid }),
    body: z.strictObject({ commandId: Uuid, worker: Id.optional(), at: Instant.optional() }),
    reply: Notice,
    errors: ['thing.unknown', 'notice.closed'],
  }),
  coverage: route({
    method: 'GET',
    path: '/notices/coverage',
    access: allow.office,
    summary: 'Share of notices acknowledged in time, in a window',
    query: z.strictObject({ from: Instant, to: Instant }),
    reply: z.object({
      raised: z.number().int(),
      acknowledged: z.number().int(),
      inTime: z.number().int(),
      medianSec: z.number().nullable(),
      openStations: z.array(TopicId),
    }),
  }),
} as const;
