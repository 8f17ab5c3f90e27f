import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ScheduleChange, ScheduleFigures, Trigger, Unplaced } from '@takt/contracts';

/** Which version of the plan a plant works by. One row a plant: who publishes locks it. */
@Entity({ name: 'schedule_head' })
@ForeignKey('plant', ['plant'], ['plant'])
export class ScheduleHeadEntity {
  @PrimaryColumn('text')
  plant!: string;
  /** published version; null: none yet */
  @Column('int', { nullable: true })
  version!: number | null;
  /** last number that was given away */
  @Column('int')
  lastVersion!: number;
}

/** One version of the plan. */
@Entity({ name: 'schedule_version' })
@ForeignKey('plant', ['plant'], ['plant'])
export class ScheduleVersionEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('int')
  version!: number;
  @Column('int', { nullable: true })
  base!: number | null;
  @Column('text')
  status!: string;
  @Column('jsonb')
  triggers!: Trigger[];
  @Column('timestamptz')
  createdAt!: Date;
  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;
  @Column('text', { nullable: true })
  publishedBy!: string | null;
  @Column('jsonb')
  figures!: ScheduleFigures;
  @Column('int')
  solveMs!: number;
  /** difference to the base */
  @Column('jsonb')
  changes!: ScheduleChange[];
  @Column('jsonb')
  unplaced!: Unplaced[];
}

/** One planned operation of a version. Written in bulk. */
@Entity({ name: 'schedule_entry' })
@ForeignKey('schedule_version', ['plant', 'version'], ['plant', 'version'], { onDelete: 'CASCADE' })
@Index(['plant', 'operation'])
export class ScheduleEntryEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('int')
  version!: number;
  @PrimaryColumn('text')
  operation!: string;
  @Column('text')
  workOrder!: string;
  @Column('text')
  item!: string;
  @Column('text')
  station!: string;
  @Column('timestamptz')
  startAt!: Date;
  @Column('timestamptz')
  runStartAt!: Date;
  @Column('timestamptz')
  endAt!: Date;
  @Column('timestamptz')
  dueAt!: Date;
  @Column('text', { nullable: true })
  fixed!: string | null;
}

/** Something happened that may change the plan. Waits until a replan takes it. */
@Entity({ name: 'replan_request' })
@ForeignKey('plant', ['plant'], ['plant'])
@Index(['plant', 'takenAt'])
export class ReplanRequestEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('jsonb')
  trigger!: Trigger;
  /** false: make a draft to look at */
  @Column('boolean')
  publish!: boolean;
  /** real time, for the latency of the loop */
  @Column('timestamptz')
  requestedAt!: Date;
  @Column('timestamptz', { nullable: true })
  takenAt!: Date | null;
}

/** One replan, whether it led to a version or not. */
@Entity({ name: 'replan_run' })
@ForeignKey('plant', ['plant'], ['plant'])
@Index(['plant', 'at'])
export class ReplanRunEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('timestamptz')
  at!: Date;
  @Column('jsonb')
  triggers!: Trigger[];
  @Column('int', { nullable: true })
  version!: number | null;
  /** published, drafted, unchanged, stale, or failed with the reason */
  @Column('text')
  outcome!: string;
  @Column('int')
  moved!: number;
  @Column('int')
  solveMs!: number;
  /** from the first trigger to the publication, real ms */
  @Column('int')
  totalMs!: number;
}

/** The version that was in force when a shift began: adherence is measured against it. */
@Entity({ name: 'shift_baseline' })
@ForeignKey('plant', ['plant'], ['plant'])
export class ShiftBaselineEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  line!: string;
  @PrimaryColumn('text')
  shift!: string;
  @Column('timestamptz')
  startAt!: Date;
  @Column('timestamptz')
  endAt!: Date;
  @Column('int')
  version!: number;
}
