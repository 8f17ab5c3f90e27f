import { Inject, Injectable } from '@nestjs/common';
import { ChannelAuth, type SignedMessage } from '../../platform/auth';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { Database } from '../../platform/database';
import { SIGNING_SECRET } from '../../platform/embedded';
import { ProblemException } from '../../platform/errors';
import { ChannelRepository } from './channel.repository';
import { sameSignature, signatureOf, unsealed } from './signature';

const OLDEST_SEC = 300;

/** Decides whether a message of a shop is genuine: signed over its raw body with the shop's secret, at most 5 min ago. */
@Injectable()
export class ChannelAuthService extends ChannelAuth {
  constructor(
    private readonly database: Database,
    private readonly repository: ChannelRepository,
    @Inject(SIGNING_SECRET) private readonly secret: string,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  override async authenticate({
    channel,
    signature = '',
    timestamp = '',
    rawBody,
  }: SignedMessage): Promise<Caller> {
    const candidates = await this.database.read('*', (tx) => this.repository.withSecret(tx, channel));
    const row = candidates.find(({ sealedSecret }) => {
      const secret = unsealed(sealedSecret, this.secret);
      return secret !== null && sameSignature(signatureOf(secret, timestamp, rawBody), signature);
    });
    if (!row) throw new ProblemException('channel.signature');
    const seconds = Math.abs(Math.round(this.clock.real() / 1000) - Number(timestamp));
    if (!(seconds <= OLDEST_SEC))
      throw new ProblemException('channel.expired', {
        seconds: Number.isFinite(seconds) ? seconds : timestamp.slice(0, 20),
      });
    return {
      kind: 'channel',
      rights: 'channel',
      plant: row.plant,
      id: row.id,
      name: row.name,
      user: null,
      worker: null,
      terminal: null,
      line: null,
      stations: null,
      session: null,
    };
  }
}
