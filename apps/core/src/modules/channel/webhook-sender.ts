import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { DELIVERY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { VERSION } from '../../version';
import { signatureOf } from './signature';
import { hostOf, WebhookAddresses } from './webhook-addresses';

/** What is sent. */
export interface Sending {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
}

/** How an attempt ended. */
export interface SendOutcome {
  readonly accepted: boolean;
  /** HTTP status, or what went wrong */
  readonly status: string;
  /** trying again is pointless */
  readonly final?: boolean;
  /** there was no answer at all */
  readonly unreachable?: boolean;
}

/** An address that webhooks must not reach. */
class RefusedAddress extends Error {}

const TIME_MS = 10_000;
const STATUS_MAX = 120;
const GONE = 410;

/** Posts signed webhooks: to allowed addresses only, redirects are not followed, answers are not read. */
@Injectable()
export class WebhookSender {
  constructor(
    private readonly addresses: WebhookAddresses,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Sends once. Never throws. */
  async send(sending: Sending): Promise<SendOutcome> {
    try {
      const status = await this.post(sending);
      return { accepted: status >= 200 && status < 300, status: String(status), final: status === GONE };
    } catch (error) {
      const { code, message } = error as Error & { code?: string };
      const status = (error instanceof RefusedAddress ? message : (code ?? message)).slice(0, STATUS_MAX);
      return { accepted: false, status, unreachable: true };
    }
  }

  private post({ id, url: text, secret, body }: Sending): Promise<number> {
    const url = new URL(text);
    const secure = url.protocol === 'https:';
    const timestamp = String(Math.floor(this.clock.real() / 1000));
    this.demandAllowed(url, secure);
    return new Promise((done, fail) => {
      const sent = (secure ? httpsRequest : httpRequest)(url, {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(TIME_MS),
        lookup: this.lookup(secure),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': `takt/${VERSION}`,
          [DELIVERY_HEADER]: id,
          [TIMESTAMP_HEADER]: timestamp,
          [SIGNATURE_HEADER]: signatureOf(secret, timestamp, body),
        },
      });
      sent.on('response', (response) => {
        done(response.statusCode ?? 0);
        response.destroy();
      });
      sent.on('error', (error) => fail(error.name === 'AbortError' ? new Error('no answer in time') : error));
      sent.end(body);
    });
  }

  /** An address in the URL itself is not looked up. */
  private demandAllowed(url: URL, secure: boolean): void {
    const host = hostOf(url);
    const why = isIP(host) > 0 ? this.addresses.whyNot(host, secure) : null;
    if (why !== null) throw new RefusedAddress(`${host}: ${why}`);
  }

  /** Looks a name up and checks what will be connected to: a name that answers otherwise the next time gains nothing. */
  private lookup(secure: boolean): LookupFunction {
    return (hostname, options, callback) => {
      resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
        if (error) return callback(error, []);
        const allowed = found.filter(({ address }) => this.addresses.whyNot(address, secure) === null);
        const [first] = allowed;
        if (!first) {
          const address = found[0]?.address ?? '';
          const why = this.addresses.whyNot(address, secure) ?? 'no address';
          return callback(new RefusedAddress(`${hostname} is ${address}: ${why}`), []);
        }
        if (options.all) return callback(null, allowed);
        return callback(null, first.address, first.family);
      });
    };
  }
}
