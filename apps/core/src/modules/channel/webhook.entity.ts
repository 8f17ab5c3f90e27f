import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { WebhookEvent } from '@takt/contracts';

/** What a shop is to be told, and how far that has come. Instants are real time. */
@Entity({ name: 'webhook_delivery' })
@ForeignKey('channel', ['plant', 'channel'], ['plant', 'id'])
@Index(['plant', 'source'], { unique: true })
@Index(['plant', 'createdAt'])
@Index(['nextAttemptAt'])
export class WebhookDeliveryEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
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
  @Column('timestamptz')
  createdAt!: Date;
  @Column('int')
  attempts!: number;
  /** null: delivered or given up */
  @Column('timestamptz', { nullable: true })
  nextAttemptAt!: Date | null;
  /** an attempt is under way until then, or died */
  @Column('timestamptz', { nullable: true })
  claimedUntil!: Date | null;
  @Column('timestamptz', { nullable: true })
  deliveredAt!: Date | null;
  @Column('text', { nullable: true })
  lastStatus!: string | null;
}
