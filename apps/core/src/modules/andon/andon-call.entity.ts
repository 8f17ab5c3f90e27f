import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A call for help. */
@Entity({ name: 'andon_call' })
@ForeignKey('station', ['plant', 'station'], ['plant', 'id'])
@Index(['plant', 'raisedAt'])
@Index(['plant', 'station', 'kind'], { unique: true, where: `"status" <> 'resolved'` })
export class AndonCallEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  station!: string;
  @Column('text')
  line!: string;
  @Column('text')
  kind!: string;
  @Column('text')
  status!: string;
  @Column('timestamptz')
  raisedAt!: Date;
  @Column('text', { nullable: true })
  raisedBy!: string | null;
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
  @Column('text', { nullable: true })
  answeredBy!: string | null;
  @Column('timestamptz', { nullable: true })
  resolvedAt!: Date | null;
  @Column('text', { nullable: true })
  resolvedBy!: string | null;
  @Column('int')
  escalation!: number;
  @Column('text')
  note!: string;
  /** the same in Chinese; null: somebody wrote it in a language of their own */
  @Column('text', { nullable: true })
  noteZh!: string | null;
}
