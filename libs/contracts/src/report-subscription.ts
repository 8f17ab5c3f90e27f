import { z } from 'zod';
import { form } from './form-words';
import { FigureReportFormat, FigureReportSpan } from './figure-report';
import { listQuery, pageOf } from './list';
import { allow } from './role';
import { route } from './route';
import { Day, Id, Instant, Language, Name, TopicId, Uuid } from './scalar';
import { OutgoingUrl } from './webhook';

/** Who gets a report: an address that takes signed POSTs, or people by mail. */
export const ReportTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('webhook'), url: OutgoingUrl }),
  z.strictObject({
    kind: z.literal('mail'),
    to: z
      .array(z.email().max(200))
      .min(1)
      .max(20)
      .refine((all) => new Set(all).size === all.length, form('each address once')),
  }),
]);
/** Who gets a report. */
export type ReportTarget = z.infer<typeof ReportTarget>;

/** One report on its way to whom it is for. Instants of sending are real time, those of the period factory time. */
export const ReportSending = z.object({
  id: Uuid.describe('id of the delivery: a repeat has the same'),
  subscription: Id,
  span: FigureReportSpan,
  period: z.string().describe('shift, day or month: `2026-03-04T06:00/early`, `2026-03-04`, `2026-03`'),
  from: Instant,
  to: Instant,
  trial: z.boolean().describe('somebody asked for it, whether it was sent already or not'),
  status: z.enum(['pending', 'delivered', 'failed']).describe('failed: given up'),
  createdAt: Instant,
  deliveredAt: Instant.nullable(),
  attempts: z.number().int(),
  nextAttemptAt: Instant.nullable(),
  lastStatus: z.string().nullable().describe('HTTP status, the words of the mail server, or what went wrong'),
});
/** One report on its way to whom it is for. */
export type ReportSending = z.infer<typeof ReportSending>;

const written = {
  name: Name,
  span: FigureReportSpan.describe('after each shift, each production day, each month'),
  format: FigureReportFormat,
  language: Language,
  line: TopicId.nullable().describe('null: the whole plant'),
  delayMin: z.number().int().min(0).max(2880).describe('factory minutes after the end of the period'),
  target: ReportTarget,
  active: z.boolean(),
};

/** A report that is sent by itself. */
export const ReportSubscription = z.object({
  id: Id,
  ...written,
  nextAt: Instant.nullable().describe('when the next one is due, factory time; null: switched off'),
  last: ReportSending.nullable().describe('the newest sending'),
  revision: z.number().int(),
});
/** A report that is sent by itself. */
export type ReportSubscription = z.infer<typeof ReportSubscription>;

/**
 * What a webhook gets: the report as a file, in Base64. Signed and repeated like all webhooks; a repeated `id` is the same report.
 */
export const ReportMessage = z.object({
  id: Uuid.describe('id of the delivery: a repeat has the same'),
  event: z.literal('report.written'),
  plant: TopicId,
  subscription: Id,
  trial: z.boolean(),
  span: FigureReportSpan,
  period: z.string(),
  day: Day.describe('production day; of a month its first'),
  from: Instant,
  to: Instant,
  line: TopicId.nullable(),
  language: Language,
  title: z.string(),
  about: z
    .array(z.string())
    .describe('plant, place, period, when it was written, in the language of the report'),
  fileName: z.string(),
  mediaType: z.string(),
  content: z.base64().describe('the file'),
});
/** What a webhook gets. */
export type ReportMessage = z.infer<typeof ReportMessage>;

const Params = z.strictObject({ subscription: Id });

/** Reports that are sent by themselves. */
export const reportSubscriptionRoutes = {
  list: route({
    method: 'GET',
    path: '/report-subscriptions',
    access: allow.admins,
    summary: 'Reports that are sent by themselves, with their newest sending',
    reply: z.object({
      items: z.array(ReportSubscription),
      mail: z.boolean().describe('is a mail server set?'),
    }),
  }),
  put: route({
    method: 'PUT',
    path: '/report-subscriptions/:subscription',
    access: allow.admins,
    summary:
      'Create or change a report that is sent by itself; a new one gets the secret of its signatures in the reply',
    params: Params,
    body: z.strictObject(written),
    reply: ReportSubscription.extend({ secret: z.string().optional() }),
    errors: ['reference.unknown', 'channel.webhook', 'report.no-mail', 'revision.stale'],
  }),
  remove: route({
    method: 'DELETE',
    path: '/report-subscriptions/:subscription',
    access: allow.admins,
    summary: 'Delete a report that is sent by itself, with what is known of its sendings',
    status: 204,
    params: Params,
    reply: z.void(),
    errors: ['thing.unknown'],
  }),
  try: route({
    method: 'POST',
    path: '/report-subscriptions/:subscription/try',
    access: allow.admins,
    summary: 'Send the report of the last period that has ended, now',
    params: Params,
    reply: ReportSending,
    errors: ['thing.unknown', 'report.no-period', 'report.no-mail'],
  }),
  renewSecret: route({
    method: 'POST',
    path: '/report-subscriptions/:subscription/secret',
    access: allow.admins,
    summary: 'Sign with a new secret from now on',
    params: Params,
    reply: z.object({ secret: z.string() }),
    errors: ['thing.unknown'],
  }),
  sendings: route({
    method: 'GET',
    path: '/report-subscriptions/sendings',
    access: allow.admins,
    summary: 'Reports that were sent or are to be, with their outcome',
    query: listQuery(['subscription', 'status'], ['createdAt'], {
      status: ReportSending.shape.status.options,
    }),
    reply: pageOf(ReportSending),
  }),
} as const;
