import { z } from 'zod';
import { form } from './form-words';
import { listQuery, pageOf } from './list';
import { MADE_FAULTS, NewOrderLine, ORDERED_FAULTS } from './order';
import { allow } from './role';
import { route } from './route';
import { Id, Instant, Name, Uuid } from './scalar';
import { OutgoingUrl, WebhookDelivery } from './webhook';

/** Signature header of a channel message, and of a webhook: hex HMAC-SHA256 over `timestamp + "." + raw body`. */
export const SIGNATURE_HEADER = 'x-takt-signature';
/** Timestamp header of a channel message, and of a webhook: epoch seconds, at most 300 s old. */
export const TIMESTAMP_HEADER = 'x-takt-timestamp';

/** Orders that no shop sent come through these: no shop may be called so. */
export const RESERVED_CHANNELS = ['office', 'api'] as const;
const ChannelId = Id.refine(
  (id) => !(RESERVED_CHANNELS as readonly string[]).includes(id),
  form('not office or api'),
);

/** A shop that sends orders. */
export const Channel = z.object({
  id: Id,
  name: Name,
  customer: Id.nullable().describe('orders without a customer belong to this one'),
  webhook: OutgoingUrl.nullable().describe(
    'gets what becomes of the orders; null: nothing is sent. Beyond private networks it has to be https',
  ),
  active: z.boolean(),
  revision: z.number().int(),
});
/** A shop that sends orders. */
export type Channel = z.infer<typeof Channel>;

/**
 * An order of a shop in its newest form: repeated deliveries are one order, a higher revision edits it. Lines that it no longer
 * names are cancelled; no lines cancel the order.
 */
export const ChannelOrder = z.strictObject({
  order: Id,
  revision: z.number().int().min(1).max(1_000_000),
  customer: Id.optional().describe('the customer of the shop unless told'),
  lines: z
    .array(z.strictObject({ line: z.number().int().min(1).max(999), ...NewOrderLine.shape }))
    .max(100)
    .refine((lines) => new Set(lines.map(({ line }) => line)).size === lines.length, form('each line once')),
});
/** An order of a shop. */
export type ChannelOrder = z.infer<typeof ChannelOrder>;

const ChannelParams = z.strictObject({ channel: Id });

/** Shops. */
export const channelRoutes = {
  order: route({
    method: 'POST',
    path: '/channels/:channel/orders',
    access: allow.channel,
    summary: 'An order of a shop, signed; answered with the promise',
    params: ChannelParams,
    body: ChannelOrder,
    reply: z.object({
      order: Id,
      revision: z.number().int(),
      outcome: z.enum(['created', 'changed', 'unchanged', 'cancelled']),
      lines: z
        .array(
          z.object({
            line: z.number().int(),
            committedAt: Instant.nullable().describe('the promise as it stands; null: none yet'),
          }),
        )
        .describe('lines that are not cancelled'),
    }),
    errors: [
      'channel.signature',
      'channel.expired',
      'order.revision-old',
      'order.fixed',
      'idempotency.mismatch',
      'thing.exists',
      'order.closed',
      'order.below-shipped',
      ...ORDERED_FAULTS,
      ...MADE_FAULTS,
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
    params: z.strictObject({ channel: ChannelId }),
    body: z.strictObject(Channel.omit({ id: true, revision: true }).shape),
    reply: Channel.extend({ secret: z.string().optional() }),
    errors: ['reference.unknown', 'channel.webhook', 'revision.stale'],
  }),
  renewSecret: route({
    method: 'POST',
    path: '/channels/:channel/secret',
    access: allow.admins,
    summary: 'Give a shop a new secret; the old one is worth nothing from now on',
    params: ChannelParams,
    reply: Channel.extend({ secret: z.string() }),
    errors: ['thing.unknown'],
  }),
  deliveries: route({
    method: 'GET',
    path: '/webhooks',
    access: allow.admins,
    summary: 'Outgoing webhooks with their outcome',
    query: listQuery(['channel', 'event', 'order', 'status'], ['createdAt'], {
      event: WebhookDelivery.shape.event.options,
      status: WebhookDelivery.shape.status.options,
    }),
    reply: pageOf(WebhookDelivery),
  }),
  redeliver: route({
    method: 'POST',
    path: '/webhooks/:delivery/redeliver',
    access: allow.admins,
    summary: 'Try a webhook again now, also one that was given up',
    params: z.strictObject({ delivery: Uuid }),
    reply: WebhookDelivery,
    errors: ['thing.unknown'],
  }),
} as const;
