import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const quantity = { precision: 18, scale: 6 } as const;

/** A report: what was done on an operation. It is only added to: a correction is its counter-entry. */
@Entity({ name: 'report' })
@ForeignKey('operation', ['plant', 'operation'], ['plant', 'id'])
@ForeignKey('station', ['plant', 'station'], ['plant', 'id'])
@Index(['plant', 'commandId'], { unique: true })
@Index(['plant', 'reverses'], { unique: true, where: 'reverses is not null' })
@Index(['plant', 'operation', 'at'])
@Index(['plant', 'station', 'at'])
@Index(['plant', 'at', 'id'])
@Index(['plant', 'recordedAt', 'id'])
export class ReportEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid')
  commandId!: string;
  @Column('text')
  operation!: string;
  @Column('text')
  workOrder!: string;
  @Column('text')
  station!: string;
  @Column('text')
  type!: string;
  @Column('numeric', quantity)
  good!: string;
  @Column('numeric', quantity)
  scrap!: string;
  @Column('numeric', quantity)
  rework!: string;
  @Column('text', { nullable: true })
  scrapReason!: string | null;
  @Column('text', { nullable: true })
  pauseReason!: string | null;
  @Column('text', { array: true })
  workers!: string[];
  @Column('int', { nullable: true })
  setupSec!: number | null;
  /** where the counter stood and stands, where people read it */
  @Column('int', { nullable: true })
  readingFrom!: number | null;
  @Column('int', { nullable: true })
  readingTo!: number | null;
  /** lot of the material that was scanned */
  @Column('text', { nullable: true })
  lot!: string | null;
  @Column('timestamptz')
  at!: Date;
  /** a stretch of work told as a whole began then */
  @Column('timestamptz', { nullable: true })
  startAt!: Date | null;
  @Column('text', { nullable: true })
  work!: string | null;
  @Column('timestamptz')
  recordedAt!: Date;
  @Column('text')
  source!: string;
  /** who sent it */
  @Column('text')
  recordedBy!: string;
  /** what was accepted but deserves a look */
  @Column('text', { array: true })
  flags!: string[];
  @Column('uuid', { nullable: true })
  reverses!: string | null;
  @Column('text')
  note!: string;
}

/** A hold of an operation, until somebody releases it. */
@Entity({ name: 'operation_hold' })
@ForeignKey('operation', ['plant', 'operation'], ['plant', 'id'])
@Index(['plant', 'operation'])
export class OperationHoldEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  operation!: string;
  @Column('text', { nullable: true })
  station!: string | null;
  @Column('text')
  reason!: string;
  @Column('timestamptz')
  heldAt!: Date;
  @Column('timestamptz', { nullable: true })
  releasedAt!: Date | null;
  @Column('text', { nullable: true })
  releasedBy!: string | null;
  @Column('text')
  note!: string;
}

/** A stretch in which an operation ran at one station with the same people: derived anew from its reports after each of them. */
@Entity({ name: 'operation_run' })
@ForeignKey('operation', ['plant', 'operation'], ['plant', 'id'])
@Index(['plant', 'station', 'startAt'])
@Index(['plant', 'startAt'])
@Index(['plant', 'endAt'])
export class OperationRunEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  operation!: string;
  /** from 0 */
  @PrimaryColumn('int')
  position!: number;
  @Column('text')
  workOrder!: string;
  @Column('text')
  station!: string;
  @Column('timestamptz')
  startAt!: Date;
  /** null: it runs now */
  @Column('timestamptz', { nullable: true })
  endAt!: Date | null;
  @Column('text', { array: true })
  workers!: string[];
  /** set-up within it */
  @Column('int')
  setupSec!: number;
  /** run, setup, other */
  @Column('text')
  work!: string;
}
