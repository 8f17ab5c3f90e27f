import { BlockList, isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../env';

/** Networks that are nobody's on the Internet (RFC 6890 and its registries). @see https://www.iana.org/assignments/iana-ipv4-special-registry */
const NOT_PUBLIC = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16'],
  ...['fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
] as const;

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

const notPublic = listOf(NOT_PUBLIC);

/** Which addresses webhooks may reach: public ones by https, and the private networks of the settings. */
@Injectable()
export class WebhookAddresses {
  private readonly allowed: BlockList;

  constructor(@Inject(ENV) env: Pick<Env, 'WEBHOOK_PRIVATE'>) {
    this.allowed = listOf(env.WEBHOOK_PRIVATE);
  }

  /**
   * Why a resolved address is not reached.
   * @param address IPv4 or IPv6
   * @param secure is it spoken to by TLS?
   * @returns null when it may be
   */
  whyNot(address: string, secure: boolean): string | null {
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (this.allowed.check(address, family)) return null;
    if (notPublic.check(address, family)) return 'a private address';
    return secure ? null : 'http without TLS';
  }

  /** Why an URL is refused as far as it can be told without asking who has the name. @returns null when it may do */
  whyNotUrl(text: string): string | null {
    const url = new URL(text);
    const host = hostOf(url);
    const secure = url.protocol === 'https:';
    return isIP(host) > 0 ? this.whyNot(host, secure) : null;
  }
}

/** Host of an URL; an IPv6 address without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}
