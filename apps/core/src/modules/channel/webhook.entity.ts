import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { WebhookEvent } from '@takt/contracts';
import { OutgoingEntity } from './outgoing.entity';

/** What a shop is to be told. */
@Entity({ name: 'webhook_delivery' })
@ForeignKey('channel', ['plant', 'channel'], ['plant', 'id'])
@Index(['plant', 'source'], { unique: true })
@Index(['plant', 'createdAt'])
@Index(['nextAttemptAt'])
export class WebhookDeliveryEntity extends OutgoingEntity {
  @Column('text')
  channel!: string;
  @Column('text')
  event!: WebhookEvent;
  @Column('text')
  order!: string;
  @Column('int')
  line!: number;
  /** what it tells of: an event that is handed out twice is told once */
  @Column('text')
  source!: string;
  /** the text that is sent and signed */
  @Column('text')
  body!: string;
}
