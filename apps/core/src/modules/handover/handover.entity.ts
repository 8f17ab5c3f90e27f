import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HandoverSheet } from '@takt/contracts';

/** A shift that was handed over, or a supplement to that. It is only added to: a shift is handed over once. */
@Entity({ name: 'handover' })
@ForeignKey('line', ['plant', 'line'], ['plant', 'id'])
@Index(['plant', 'line', 'day', 'crew', 'no'], { unique: true })
@Index(['plant', 'closedAt', 'id'])
export class HandoverEntity {
  @PrimaryColumn('text')
  plant!: string;
  /** of the command */
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  line!: string;
  /** on which the shift opened */
  @Column('date')
  day!: string;
  @Column('text')
  crew!: string;
  /** 1: the handover; more: supplements to it */
  @Column('int', { default: 1 })
  no!: number;
  /** the figures as they were */
  @Column('jsonb')
  sheet!: HandoverSheet;
  @Column('text')
  note!: string;
  @Column('timestamptz')
  closedAt!: Date;
  @Column('text')
  closedBy!: string;
  @Column('text', { nullable: true })
  worker!: string | null;
}
