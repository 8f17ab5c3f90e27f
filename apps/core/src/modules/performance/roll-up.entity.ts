import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

// No foreign key leads to or from figures: they outlive master data.

/**
 * Inputs of figures summed over a bucket of time, for one combination of dimensions. Which dimensions a row has depends on its cube;
 * the others are empty. `cell` is the finest bucket: a clock hour, or the part of it that belongs to one shift.
 */
@Entity({ name: 'kpi_bucket' })
@Index(['plant', 'startAt', 'cube', 'kind'])
export class KpiBucketEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  cube!: string;
  /** cell, shift, day, month */
  @PrimaryColumn('text')
  kind!: string;
  /** production day; of a month its first */
  @PrimaryColumn('date')
  day!: string;
  /** of a cell the instant at which it begins, of a shift its key; else empty */
  @PrimaryColumn('text')
  key!: string;
  @PrimaryColumn('text')
  line!: string;
  @PrimaryColumn('text')
  station!: string;
  @PrimaryColumn('text')
  item!: string;
  @PrimaryColumn('text')
  customer!: string;
  @PrimaryColumn('text')
  worker!: string;
  /** number of the routing step; 0: not broken down by it */
  @PrimaryColumn('int')
  step!: number;
  @Column('timestamptz')
  startAt!: Date;
  @Column('timestamptz')
  endAt!: Date;
  /** of a cell: its clock hour with offset */
  @Column('text', { nullable: true })
  hour!: string | null;
  @Column('text', { nullable: true })
  shift!: string | null;
  /** input → decimal text; zeros are left out */
  @Column('jsonb')
  sums!: Record<string, string>;
  /** durations for percentiles */
  @Column('jsonb', { nullable: true })
  durations!: unknown;
  /** where the facts came from, counted */
  @Column('jsonb')
  sources!: Record<string, number>;
  /** factory time up to which open facts were counted */
  @Column('timestamptz')
  asOf!: Date;
}

/** A fact has changed: the buckets that it touches have to be computed anew. */
@Entity({ name: 'kpi_mark' })
export class KpiMarkEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('bigint', { generated: 'increment' })
  id!: string;
  @Column('text')
  kind!: string;
  @Column('text')
  subject!: string;
  @Column('timestamptz')
  fromAt!: Date;
  @Column('timestamptz')
  toAt!: Date;
  @Column('text')
  reason!: string;
}

/** Up to which factory time the passing of time itself has been counted. */
@Entity({ name: 'kpi_cursor' })
export class KpiCursorEntity {
  @PrimaryColumn('text')
  plant!: string;
  @Column('timestamptz', { nullable: true })
  asOf!: Date | null;
}

/** A bucket that was settled and changed since, as it was and as it is. It is only added to. */
@Entity({ name: 'kpi_restatement' })
@Index(['plant', 'cube', 'startAt'])
export class KpiRestatementEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('timestamptz')
  restatedAt!: Date;
  @Column('text')
  reason!: string;
  @Column('text')
  cube!: string;
  @Column('timestamptz')
  startAt!: Date;
  @Column('timestamptz')
  endAt!: Date;
  /** dimension → key, those of the cube */
  @Column('jsonb')
  dims!: Record<string, string>;
  @Column('jsonb')
  before!: Record<string, string>;
  @Column('jsonb')
  after!: Record<string, string>;
}

/**
 * What a line or station was like from an instant on: its shifts, its line, who counts there. Figures of the past do not change
 * when the set-up does.
 */
@Entity({ name: 'kpi_as_was' })
export class KpiAsWasEntity {
  @PrimaryColumn('text')
  plant!: string;
  /** plant, line, station */
  @PrimaryColumn('text')
  kind!: string;
  @PrimaryColumn('text')
  id!: string;
  @PrimaryColumn('timestamptz')
  validFrom!: Date;
  @Column('jsonb')
  facts!: Record<string, unknown>;
}

/** How far a published plan moved the operations of a station: kept, because old plans are forgotten. */
@Entity({ name: 'kpi_plan_move' })
export class KpiPlanMoveEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('timestamptz')
  publishedAt!: Date;
  @PrimaryColumn('int')
  version!: number;
  @PrimaryColumn('text')
  station!: string;
  @Column('text')
  line!: string;
  @Column('jsonb')
  sums!: Record<string, string>;
}
