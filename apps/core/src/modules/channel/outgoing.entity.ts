import { Column, PrimaryColumn } from 'typeorm';

/** What is to be sent, and how far that has come. Instants are real time. */
export abstract class OutgoingEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
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
