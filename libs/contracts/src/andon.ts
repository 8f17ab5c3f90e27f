import { z } from 'zod';
import { AndonKind } from './device-message';
import { listQuery, pageOf } from './list';
import { allow } from './role';
import { route } from './route';
import { Id, Instant, Note, TopicId, Uuid } from './scalar';

/** Life of a call for help. */
export const ANDON_STATUSES = ['open', 'answered', 'resolved'] as const;
/** One of {@link ANDON_STATUSES}. */
export const AndonStatus = z.enum(ANDON_STATUSES);
/** Status of a call. */
export type AndonStatus = z.infer<typeof AndonStatus>;

/** A call for help from a station. */
export const AndonCall = z.object({
  id: Uuid,
  station: TopicId,
  line: TopicId,
  kind: AndonKind,
  status: AndonStatus,
  raisedAt: Instant,
  raisedBy: Id.nullable(),
  answeredAt: Instant.nullable(),
  answeredBy: Id.nullable().describe('who is coming'),
  resolvedAt: Instant.nullable(),
  resolvedBy: Id.nullable(),
  escalation: z.number().int().describe('0: lead, 1: planner, 2: manager'),
  note: z.string(),
  noteZh: z.string().optional().describe('where core calls: the same in Chinese'),
});
/** A call for help. */
export type AndonCall = z.infer<typeof AndonCall>;

const step = z.strictObject({
  commandId: Uuid,
  worker: Id.optional(),
  note: Note.optional(),
  at: Instant.optional(),
});
const CallParams = z.strictObject({ call: Uuid });

/** Calls for help. */
export const andonRoutes = {
  list: route({
    method: 'GET',
    path: '/andon-calls',
    access: allow.anyone,
    summary: 'Calls for help',
    query: listQuery(['status', 'station', 'line', 'kind'], ['raisedAt'], {
      status: ANDON_STATUSES,
      kind: AndonKind.options,
    }),
    reply: pageOf(AndonCall),
  }),
  raise: route({
    method: 'POST',
    path: '/andon-calls',
    access: allow.floor,
    summary: 'Call for help; a second call of the same kind from the same station is the same call',
    status: 201,
    body: z.strictObject({
      id: Uuid,
      station: TopicId,
      kind: AndonKind,
      worker: Id.optional(),
      note: Note.optional(),
      at: Instant.optional(),
    }),
    reply: AndonCall,
    errors: ['reference.unknown'],
  }),
  answer: route({
    method: 'POST',
    path: '/andon-calls/:call/answer',
    access: allow.floor,
    summary: 'I am coming',
    params: CallParams,
    body: step,
    reply: AndonCall,
    errors: ['thing.unknown', 'andon.illegal-step'],
  }),
  resolve: route({
    method: 'POST',
    path: '/andon-calls/:call/resolve',
    access: allow.floor,
    summary: 'It is solved',
    params: CallParams,
    body: step,
    reply: AndonCall,
    errors: ['thing.unknown', 'andon.illegal-step'],
  }),
} as const;
