import { z } from 'zod';
import { form } from './form-words';
import { DecimalText, Id, Instant, TopicId, Uuid } from './scalar';

/** Header of a webhook with its id: a repeated delivery carries the same. */
export const DELIVERY_HEADER = 'x-takt-delivery';

/** Address of a webhook: http or https, without a user in it. Beyond private networks it has to be https. */
export const OutgoingUrl = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine((text) => {
    if (!URL.canParse(text)) return true;
    const { username, password } = new URL(text);
    return username === '' && password === '';
  }, form('no user or password in the address'));

const line = {
  id: Uuid.describe('id of the delivery: a repeat has the same'),
  plant: TopicId,
  channel: Id,
  order: Id,
  line: z.number().int(),
  at: Instant.describe('when it happened, in factory time: deliveries may overtake each other'),
};

/**
 * What a shop is told of its orders, by POST to its webhook, signed like its own messages. Any answer from 200 to 299 accepts a
 * delivery; others are repeated with growing pauses for about a day.
 */
export const webhookCatalog = {
  'order.promised': z.object({
    ...line,
    event: z.literal('order.promised'),
    committedAt: Instant,
    previousAt: Instant.nullable().describe('null: the first promise'),
  }),
  'order.started': z.object({ ...line, event: z.literal('order.started') }),
  'order.shipped': z.object({
    ...line,
    event: z.literal('order.shipped'),
    qty: DecimalText.describe('shipped this time'),
    complete: z.boolean(),
  }),
  'order.cancelled': z.object({ ...line, event: z.literal('order.cancelled') }),
} as const;

/** Name of a webhook event. */
export type WebhookEvent = keyof typeof webhookCatalog;
/** Body of a webhook. */
export type WebhookMessage = z.infer<(typeof webhookCatalog)[WebhookEvent]>;

/** One delivery of a webhook. Instants are real time. */
export const WebhookDelivery = z.object({
  id: Uuid,
  channel: Id,
  event: z.enum(Object.keys(webhookCatalog) as [WebhookEvent, ...WebhookEvent[]]),
  order: Id,
  line: z.number().int(),
  status: z.enum(['pending', 'delivered', 'failed']).describe('failed: given up, see redeliver'),
  createdAt: Instant,
  deliveredAt: Instant.nullable(),
  attempts: z.number().int(),
  nextAttemptAt: Instant.nullable(),
  lastStatus: z.string().nullable().describe('HTTP status, or what went wrong'),
});
/** One delivery of a webhook. */
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;
