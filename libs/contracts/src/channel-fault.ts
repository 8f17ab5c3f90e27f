import { entry, type CatalogEntry } from './catalog-entry';

/** Faults of shops and their messages, part of the error catalogue. */
export const channelFaultCatalog = {
  'channel.signature': entry(
    401,
    [
      'The signature of the message does not match.',
      'Maybe the secret differs or the body was changed on the way.',
    ],
    ['消息签名不匹配。', '也许密钥不同，或内容在途中被改动。'],
  ),
  'channel.expired': entry(
    401,
    [
      'The message was signed {seconds} s ago; at most 300 s are allowed.',
      'Maybe the clock of the shop is wrong.',
    ],
    ['消息签名于 {seconds} 秒前，最多允许 300 秒。', '也许商店的时钟有误。'],
  ),
  'channel.webhook': entry(
    422,
    [
      'Webhooks are not sent to {address}: {why}.',
      'Maybe use a public https address, or add the network to WEBHOOK_PRIVATE.',
    ],
    ['不能向 {address} 发送 Webhook：{why}。', '也许请使用公网 https 地址，或将该网络加入 WEBHOOK_PRIVATE。'],
  ),
} as const satisfies Record<string, CatalogEntry>;
