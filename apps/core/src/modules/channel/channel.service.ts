import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, refuse, type Channel, type Refusal } from '@takt/contracts';
import { Database, type Tx } from '../../platform/database';
import { SIGNING_SECRET } from '../../platform/embedded';
import { CustomerRepository } from '../product';
import { ChannelRepository } from './channel.repository';
import { seal } from './signature';
import { WebhookAddresses } from './webhook-addresses';

const SECRET_BYTES = 32;

/** A shop with the secret of its signatures, told once. */
type WithSecret = Channel & { readonly secret: string };

/** Shops and their secrets. */
@Injectable()
export class ChannelService {
  constructor(
    private readonly database: Database,
    private readonly repository: ChannelRepository,
    private readonly customers: CustomerRepository,
    private readonly addresses: WebhookAddresses,
    @Inject(SIGNING_SECRET) private readonly installationSecret: string,
  ) {}

  /** Shops of the plant. */
  list(plant: string): Promise<Channel[]> {
    return this.database.read(plant, (tx) => this.repository.all(tx));
  }

  /** Creates or changes a shop; a new one gets its secret. @returns reference.unknown, channel.webhook, revision.stale */
  put(
    plant: string,
    id: string,
    values: Omit<Channel, 'id' | 'revision'>,
  ): Promise<(Channel & { secret?: string }) | Refusal> {
    const secret = randomBytes(SECRET_BYTES).toString('hex');
    const why = values.webhook === null ? null : this.addresses.whyNotUrl(values.webhook);
    return this.database.write(plant, async (tx) => {
      if (why !== null) return refuse('channel.webhook', { address: values.webhook, why });
      const unknown = await this.unknownCustomer(tx, values.customer);
      if (unknown) return unknown;
      const saved = await this.repository.put(tx, id, values, seal(secret, this.installationSecret));
      if (isRefusal(saved)) return saved;
      tx.announce('plant.changed', { kind: 'channel', id, replan: false });
      return saved.isNew ? { ...saved.channel, secret } : saved.channel;
    });
  }

  /** Gives a shop a new secret. @returns thing.unknown */
  renewSecret(plant: string, id: string): Promise<WithSecret | Refusal> {
    const secret = randomBytes(SECRET_BYTES).toString('hex');
    return this.database.write(plant, async (tx) => {
      const channel = await this.repository.renewSecret(tx, id, seal(secret, this.installationSecret));
      if (!channel) return refuse('thing.unknown', { kind: 'channel', id });
      tx.announce('plant.changed', { kind: 'channel', id, replan: false });
      return { ...channel, secret };
    });
  }

  private async unknownCustomer(tx: Tx, id: string | null): Promise<Refusal | null> {
    if (id === null || (await this.customers.byId(tx, [id])).has(id)) return null;
    return refuse('reference.unknown', { field: 'customer', kind: 'customer', id });
  }
}
