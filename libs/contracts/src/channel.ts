import { z } from 'zod';
import { NewOrderLine } from './order';
import { allow } from './role';
import { route } from './route';
import { Id, Instant, Name, Uuid } from './scalar';

/** Signature header of a channel message: hex HMAC-SHA256 over `timestamp + "." + raw body`. */
export const SIGNATURE_HEADER = 'x-takt-signature';
/** Timestamp header of a channel message: epoch seconds, at most 300 s old. */
export const TIMESTAMP_HEADER = 'x-takt-timestamp';

/** A shop that sends orders. */
export const Channel = z.object({
  id: Id,
  name: Name,
  customer: Id.nullable().describe('orders without a customer belong to this one'),
  webhook: z.url().nullable(),
  active: z.boolean(),
  revision: z.number().int(),
});
/** A shop that sends orders. */
export type Channel = z.infer<typeof Channel>;

/** An order of a shop in its newest form: repeated deliveries are one order, a higher revision edits it, no lines cancel it. */
export const ChannelOrder = z.strictObject({
  order: Id,
  revision: z.number().int().min(1).max(1_000_000),
  customer: Id.optional(),
  lines: z.array(z.strictObject({ line: z.number().int().min(1).max(999), ...NewOrderLine.shape })).max(100),
});
/** An order of a shop. */
export type ChannelOrder = z.infer<typeof ChannelOrder>;

/** One delivery of a webhook. */
export const WebhookDelivery = z.object({
  id: Uuid,
  channel: Id,
  event: z.string(),
  order: Id,
  createdAt: Instant,
  deliveredAt: Instant.nullable(),
  attempts: z.number().int(),
  lastStatus: z.string().nullable(),
});
/** One delivery of a webhook. */
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

/** Shops. */
export const channelRoutes = {
  order: route({
    method: 'POST',
    path: '/channels/:channel/orders',
    access: allow.channel,
    summary: 'An order of a shop, signed; answered with the promise',
    params: z.strictObject({ channel: Id }),
    body: ChannelOrder,
    reply: z.object({
      order: Id,
      revision: z.number().int(),
      outcome: z.enum(['created', 'changed', 'unchanged', 'cancelled']),
      lines: z.array(z.object({ line: z.number().int(), committedAt: Instant.nullable() })),
    }),
    errors: [
      'channel.signature',
      'channel.expired',
      'order.revision-old',
      'order.closed',
      'order.below-shipped',
      'reference.unknown',
      'item.no-routing',
      'item.inactive',
    ],
  }),
  list: route({
    method: 'GET',
    path: '/channels',
    access: allow.admins,
    summary: 'Shops',
    reply: z.array(Channel),
  }),
  put: route({
    method: 'PUT',
    path: '/channels/:channel',
    access: allow.admins,
    summary: 'Create or change a shop; a new one gets its secret in the reply',
    params: z.strictObject({ channel: Id }),
    body: z.strictObject(Channel.omit({ id: true, revision: true }).shape),
    reply: Channel.extend({ secret: z.string().optional() }),
    errors: ['reference.unknown', 'revision.stale'],
  }),
  deliveries: route({
    method: 'GET',
    path: '/webhooks',
    access: allow.admins,
    summary: 'Outgoing webhooks with their outcome',
    reply: z.array(WebhookDelivery),
  }),
} as const;
