import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FigureReportFormat, FigureReportSpan, Language, ReportTarget } from '@takt/contracts';

/** A report that is sent by itself, and up to which period it has been sent. Instants are factory time. */
@Entity({ name: 'report_subscription' })
@ForeignKey('plant', ['plant'], ['plant'])
@Index(['dueAt'])
export class SubscriptionEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  name!: string;
  @Column('text')
  span!: FigureReportSpan;
  @Column('text')
  format!: FigureReportFormat;
  @Column('text')
  language!: Language;
  @Column('text', { nullable: true })
  line!: string | null;
  @Column('int')
  delayMin!: number;
  @Column('jsonb')
  target!: ReportTarget;
  @Column('boolean')
  active!: boolean;
  /** secret of the signatures, sealed with the secret of the installation */
  @Column('text')
  sealedSecret!: string;
  /** end and key of the last period that was taken up: what ends later is still to come */
  @Column('timestamptz')
  afterAt!: Date;
  @Column('text')
  afterKey!: string;
  /** when the next one is due; null: switched off */
  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;
  @Column('int')
  revision!: number;
}
