import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FigureReportSpan } from '@takt/contracts';

/** One report that is to be sent, and how far that has come. Instants are real time, but those of the period. */
@Entity({ name: 'report_sending' })
@ForeignKey('report_subscription', ['plant', 'subscription'], ['plant', 'id'])
@Index(['plant', 'subscription', 'source'], { unique: true })
@Index(['plant', 'createdAt'])
@Index(['nextAttemptAt'])
export class SendingEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
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
