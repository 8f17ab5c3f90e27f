import { createHmac } from 'node:crypto';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from '@takt/contracts';

/**
 * Headers that prove that a message is the shop's: hex HMAC-SHA256 over `timestamp.body` with the shop's secret.
 * @param body the very text that is sent
 * @param realMs real time, epoch ms: a message is valid for 5 minutes
 */
export function signedHeaders(secret: string, body: string, realMs: number): Record<string, string> {
  const timestamp = String(Math.floor(realMs / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return { [SIGNATURE_HEADER]: signature, [TIMESTAMP_HEADER]: timestamp };
}
