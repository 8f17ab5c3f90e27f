import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const quantity = { precision: 18, scale: 6 } as const;

/** One thing that a person checked while working. It is only added to. */
@Entity({ name: 'quality_check' })
@ForeignKey('operation', ['plant', 'operation'], ['plant', 'id'])
@Index(['plant', 'operation'])
@Index(['plant', 'workOrder'])
@Index(['plant', 'at', 'id'])
export class QualityCheckEntity {
  @PrimaryColumn('text')
  plant!: string;
  /** of the command */
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  operation!: string;
  @Column('text')
  workOrder!: string;
  /** the lot that the work order makes */
  @Column('text')
  lot!: string;
  @Column('int', { nullable: true })
  step!: number | null;
  @Column('text')
  name!: string;
  @Column('text')
  kind!: string;
  @Column('text')
  value!: string;
  @Column('text', { nullable: true })
  unit!: string | null;
  @Column('double precision', { nullable: true })
  min!: number | null;
  @Column('double precision', { nullable: true })
  max!: number | null;
  @Column('boolean')
  within!: boolean;
  @Column('text', { nullable: true })
  worker!: string | null;
  @Column('text', { nullable: true })
  station!: string | null;
  @Column('timestamptz')
  at!: Date;
  @Column('timestamptz')
  recordedAt!: Date;
  /** who sent it */
  @Column('text')
  recordedBy!: string;
  @Column('text')
  note!: string;
}

/** A lot, or part of it, that nobody may take until somebody releases it. */
@Entity({ name: 'lot_hold' })
@ForeignKey('lot', ['plant', 'lot'], ['plant', 'id'])
@Index(['plant', 'lot'])
export class LotHoldEntity {
  @PrimaryColumn('text')
  plant!: string;
  /** of the command */
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  lot!: string;
  @Column('text')
  item!: string;
  /** where it lay */
  @Column('text')
  place!: string;
  @Column('numeric', quantity)
  qty!: string;
  @Column('text')
  reason!: string;
  @Column('timestamptz')
  heldAt!: Date;
  @Column('text')
  heldBy!: string;
  @Column('timestamptz', { nullable: true })
  releasedAt!: Date | null;
  @Column('text', { nullable: true })
  releasedBy!: string | null;
  @Column('text')
  note!: string;
}

/** What was measured of a parameter while an operation ran: kept with the lot when the messages themselves are gone. */
@Entity({ name: 'operation_measure' })
@ForeignKey('operation', ['plant', 'operation'], ['plant', 'id'])
export class OperationMeasureEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  operation!: string;
  @PrimaryColumn('text')
  station!: string;
  @PrimaryColumn('text')
  parameter!: string;
  @Column('int')
  count!: number;
  @Column('double precision')
  min!: number;
  @Column('double precision')
  mean!: number;
  @Column('double precision')
  max!: number;
  @Column('double precision', { nullable: true })
  limitMin!: number | null;
  @Column('double precision', { nullable: true })
  limitMax!: number | null;
  @Column('int')
  outside!: number;
  @Column('timestamptz')
  firstAt!: Date;
  @Column('timestamptz')
  lastAt!: Date;
}
