import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Slot, Trigger } from '@takt/contracts';

/** A change that someone must acknowledge. */
@Entity({ name: 'notice' })
@ForeignKey('plant', ['plant'], ['plant'])
@Index(['plant', 'raisedAt'])
@Index(['plant', 'station', 'acknowledgedAt'])
export class NoticeEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  kind!: string;
  @Column('text', { nullable: true })
  station!: string | null;
  @Column('text', { nullable: true })
  line!: string | null;
  @Column('text', { nullable: true })
  operation!: string | null;
  @Column('text', { nullable: true })
  item!: string | null;
  @Column('jsonb', { nullable: true })
  from!: Slot | null;
  @Column('jsonb', { nullable: true })
  to!: Slot | null;
  @Column('text', { nullable: true })
  nextBefore!: string | null;
  @Column('text', { nullable: true })
  nextAfter!: string | null;
  @Column('jsonb', { nullable: true })
  trigger!: Trigger | null;
  @Column('int', { nullable: true })
  scheduleVersion!: number | null;
  @Column('text', { nullable: true })
  text!: string | null;
  @Column('text')
  by!: string;
  @Column('timestamptz')
  raisedAt!: Date;
  /** until when it should be acknowledged; stays as it is, figures count by it */
  @Column('timestamptz')
  dueAt!: Date;
  /** when it is passed on again; null: at dueAt */
  @Column('timestamptz', { nullable: true })
  escalatesAt!: Date | null;
  @Column('text')
  role!: string;
  @Column('int')
  escalation!: number;
  @Column('timestamptz', { nullable: true })
  acknowledgedAt!: Date | null;
  @Column('text', { nullable: true })
  acknowledgedBy!: string | null;
  @Column('text', { nullable: true })
  acknowledgedUser!: string | null;
  @Column('uuid', { nullable: true })
  acknowledgedTerminal!: string | null;
  @Column('text', { nullable: true })
  acknowledgedDevice!: string | null;
  /** command that acknowledged it: a repeat is the same */
  @Column('uuid', { nullable: true })
  acknowledgedCommand!: string | null;
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;
}
