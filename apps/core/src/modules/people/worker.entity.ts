import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A worker. */
@Entity({ name: 'worker' })
@ForeignKey('plant', ['plant'], ['plant'])
@ForeignKey('line', ['plant', 'line'], ['plant', 'id'])
@Index(['plant', 'badge'], { unique: true })
@Index(['plant', 'name', 'id'])
export class WorkerEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  nameZh!: string | null;
  @Column('text', { nullable: true })
  line!: string | null;
  @Column('text', { nullable: true })
  crew!: string | null;
  @Column('text', { nullable: true })
  badge!: string | null;
  @Column('text')
  language!: string;
  @Column('jsonb')
  skills!: { skill: string; expiresOn: string | null }[];
  @Column('double precision')
  ratePerHour!: number;
  @Column('boolean')
  active!: boolean;
  @Column('int')
  revision!: number;
}
