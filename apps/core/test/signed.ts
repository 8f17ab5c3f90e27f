import { createHmac } from 'node:crypto';
import {
  channelRoutes,
  pathOf,
  SIGNATURE_HEADER,
  TIMESTAMP_HEADER,
  type ReplyOf,
  type RequestOf,
} from '@takt/contracts';
import type { Answer, TestCore } from './core';

type Body = NonNullable<RequestOf<typeof channelRoutes.order>['body']>;

/** How a message is signed; what is absent is as it should be. */
export interface Signing {
  readonly secret: string;
  /** seconds before now */
  readonly ageSec?: number;
  /** sent instead of what was signed */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends an order as a shop does: signed over its raw body. */
export async function sendSigned(
  core: TestCore,
  channel: string,
  body: Body,
  { secret, ageSec = 0, text = JSON.stringify(body), headers = {} }: Signing,
): Promise<Answer<ReplyOf<typeof channelRoutes.order> & { code?: string; facts?: Record<string, unknown> }>> {
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSec);
  const signature = createHmac('sha256', secret)
    .update(`${timestamp}.${JSON.stringify(body)}`)
    .digest('hex');
  const reply = await fetch(`${core.url}${pathOf(channelRoutes.order, { params: { channel } })}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [TIMESTAMP_HEADER]: timestamp,
      [SIGNATURE_HEADER]: signature,
      ...headers,
    },
    body: text,
  });
  return { status: reply.status, body: (await reply.json()) as never, headers: reply.headers };
}
