import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { FigureReportSpan } from '@takt/contracts';
import { OutgoingEntity } from '../channel';

/** One report that is to be sent. The instants of its period are the factory's. */
@Entity({ name: 'report_sending' })
@ForeignKey('report_subscription', ['plant', 'subscription'], ['plant', 'id'])
@Index(['plant', 'subscription', 'source'], { unique: true })
@Index(['plant', 'createdAt'])
@Index(['nextAttemptAt'])
export class SendingEntity extends OutgoingEntity {
  @Column('text')
  subscription!: string;
  @Column('text')
  span!: FigureReportSpan;
  @Column('text')
  period!: string;
  /** production day; of a month its first */
  @Column('date')
  day!: string;
  @Column('timestamptz')
  fromAt!: Date;
  @Column('timestamptz')
  toAt!: Date;
  @Column('boolean')
  trial!: boolean;
  /** the period, or the trial: a period is sent once */
  @Column('text')
  source!: string;
  /** what is sent, written at the first attempt so that a repeat is the same; null: not written yet, or settled */
  @Column('text', { nullable: true })
  message!: string | null;
}
