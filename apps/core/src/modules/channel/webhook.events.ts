import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { webhookCatalog, type DomainEvent, type WebhookEvent, type WebhookMessage } from '@takt/contracts';
import { Database, type Tx } from '../../platform/database';
import { OnEvent } from '../../platform/outbox';
import { OrderRepository } from '../order';
import { ChannelRepository } from './channel.repository';
import { WebhookService } from './webhook.service';

/** What is told beside what every webhook says. */
type Told<E extends WebhookEvent> = Omit<
  Extract<WebhookMessage, { event: E }>,
  'id' | 'event' | 'plant' | 'channel' | 'order' | 'line' | 'at'
>;

interface Telling<E extends WebhookEvent> {
  readonly event: E;
  readonly order: string;
  readonly line: number;
  readonly facts: Told<E>;
  /** the same telling from the same source is one delivery */
  readonly source: string;
}

/** Turns what becomes of the orders of shops into webhooks. */
@Injectable()
export class WebhookEvents {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly channels: ChannelRepository,
    private readonly webhooks: WebhookService,
  ) {}

  @OnEvent('order.promised')
  promised({ plant, id, at, payload }: DomainEvent<'order.promised'>): Promise<void> {
    const { order, line, ...facts } = payload;
    return this.tell(plant, at, { event: 'order.promised', order, line, facts, source: id });
  }

  @OnEvent('order.shipped')
  shipped({ plant, id, at, payload }: DomainEvent<'order.shipped'>): Promise<void> {
    const { order, line, qty, complete } = payload;
    return this.tell(plant, at, {
      event: 'order.shipped',
      order,
      line,
      facts: { qty, complete },
      source: id,
    });
  }

  @OnEvent('order.cancelled')
  cancelled({ plant, id, at, payload }: DomainEvent<'order.cancelled'>): Promise<void> {
    return this.tell(plant, at, { event: 'order.cancelled', ...payload, facts: {}, source: id });
  }

  /** Work on a line begins once; its status may change often. */
  @OnEvent('order.changed')
  async changed({ plant, at, payload }: DomainEvent<'order.changed'>): Promise<void> {
    const { order, line, fields } = payload;
    if (!fields.includes('status')) return;
    const lines = await this.database.read(plant, (tx) => this.orders.lines(tx, order));
    if (!lines.some((one) => one.line === line && one.begun)) return;
    const source = `started ${order}/${line}`;
    await this.tell(plant, at, { event: 'order.started', order, line, facts: {}, source });
  }

  private async tell<E extends WebhookEvent>(plant: string, at: string, telling: Telling<E>): Promise<void> {
    const kept = await this.database.write(plant, (tx) => this.keep(tx, at, telling));
    if (kept) this.webhooks.wake(plant, kept.id, kept.channel);
  }

  /** Keeps what is to be told, when the order came through a shop that wants to hear. */
  private async keep<E extends WebhookEvent>(
    tx: Tx,
    at: string,
    { event, order, line, facts, source }: Telling<E>,
  ): Promise<{ id: string; channel: string } | null> {
    const head = await this.orders.head(tx, order);
    const shop = head && (await this.channels.find(tx, head.channel));
    if (!shop?.active || shop.webhook === null) return null;
    const id = uuid();
    const channel = shop.id;
    const message = { id, event, plant: tx.plant, channel, order, line, at, ...facts };
    const body = JSON.stringify(webhookCatalog[event].parse(message));
    const isNew = await this.webhooks.keep(tx, { id, channel, event, order, line, source, body });
    return isNew ? { id, channel } : null;
  }
}
