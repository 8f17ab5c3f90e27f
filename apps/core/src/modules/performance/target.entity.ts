import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Target of a figure. */
@Entity({ name: 'kpi_target' })
export class KpiTargetEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  kpi!: string;
  @Column('double precision')
  value!: number;
  @Column('timestamptz')
  setAt!: Date;
  @Column('text')
  setBy!: string;
}

/** What a person wants others to know who look at figures of that time. */
@Entity({ name: 'kpi_annotation' })
@Index(['plant', 'at'])
export class KpiAnnotationEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  /** null: of all figures */
  @Column('text', { nullable: true })
  kpi!: string | null;
  @Column('timestamptz')
  at!: Date;
  @Column('text')
  text!: string;
  @Column('timestamptz')
  writtenAt!: Date;
  @Column('text')
  writtenBy!: string;
}
