import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { SIGNING_SECRET } from '../../platform/embedded';
import { unsealed, WebhookAddresses, WebhookSender, type SendOutcome } from '../channel';
import { PlantRepository } from '../plant';
import { MailSender } from './mail-sender';
import type { SubscriptionEntity } from './subscription.entity';
import type { SubscriptionValues } from './subscription.repository';

/** To whom reports go: to allowed addresses by signed webhooks, to people by mail. */
@Injectable()
export class ReportTargets {
  constructor(
    private readonly plants: PlantRepository,
    private readonly addresses: WebhookAddresses,
    private readonly webhooks: WebhookSender,
    private readonly mails: MailSender,
    @Inject(SIGNING_SECRET) private readonly secret: string,
  ) {}

  /** Is there a mail server? */
  get mail(): boolean {
    return this.mails.ready;
  }

  /** Why reports may not be sent so. @returns reference.unknown · channel.webhook · report.no-mail; null: they may */
  async whyNot(
    tx: Tx,
    { target, line }: Pick<SubscriptionValues, 'target' | 'line'>,
  ): Promise<Refusal | null> {
    if (line !== null && !(await this.plants.lines(tx)).some(({ id }) => id === line))
      return refuse('reference.unknown', { field: 'line', kind: 'line', id: line });
    if (target.kind === 'mail') return this.mail ? null : refuse('report.no-mail');
    const why = this.addresses.whyNotUrl(target.url);
    return why === null ? null : refuse('channel.webhook', { address: target.url, why });
  }

  /** Sends a written report once. Never throws. */
  send(id: string, message: string, { target, sealedSecret }: SubscriptionEntity): Promise<SendOutcome> {
    if (target.kind === 'mail') return this.mails.send(target.to, message);
    const secret = unsealed(sealedSecret, this.secret);
    if (secret === null) return Promise.resolve({ accepted: false, status: 'secret lost', final: true });
    return this.webhooks.send({ id, url: target.url, secret, body: message });
  }
}
