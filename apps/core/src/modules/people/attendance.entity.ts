import type { BadgeDirection } from '@takt/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One reading of a badge, as it was told: a ledger, from which the attendance follows. */
@Entity({ name: 'badge_reading' })
@ForeignKey('worker', ['plant', 'worker'], ['plant', 'id'])
@Index(['plant', 'worker', 'at'])
export class BadgeReadingEntity {
  @PrimaryColumn('text')
  plant!: string;
  /** the command, or the key of the device message */
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  worker!: string;
  @Column('text')
  direction!: BadgeDirection;
  @Column('timestamptz')
  at!: Date;
  /** null: not read at a station; without a foreign key, for a ledger outlives stations */
  @Column('text', { nullable: true })
  station!: string | null;
  @Column('text', { nullable: true })
  line!: string | null;
  @Column('text')
  source!: string;
  @Column('timestamptz')
  recordedAt!: Date;
}

/** Presence of a worker, derived from the badge readings. */
@Entity({ name: 'attendance' })
@ForeignKey('worker', ['plant', 'worker'], ['plant', 'id'])
@Index(['plant', 'worker', 'inAt'])
@Index(['plant', 'inAt'])
@Index(['plant', 'outAt'])
@Index(['closeAt'], { where: 'out_at is null' })
export class AttendanceEntity {
  @PrimaryColumn('text')
  plant!: string;
  /** the badge reading that began it */
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  worker!: string;
  @Column('text', { nullable: true })
  station!: string | null;
  @Column('text', { nullable: true })
  line!: string | null;
  @Column('timestamptz')
  inAt!: Date;
  @Column('timestamptz', { nullable: true })
  outAt!: Date | null;
  /** end of the shift: where it is cut off when no badge ends it */
  @Column('timestamptz')
  closeAt!: Date;
  @Column('text')
  source!: string;
  @Column('text', { nullable: true })
  closedBy!: string | null;
}
