import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A changeover matrix. */
@Entity({ name: 'changeover' })
@ForeignKey('plant', ['plant'], ['plant'])
export class ChangeoverEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  nameZh!: string | null;
  @Column('text', { array: true })
  families!: string[];
  /** row: family run last; column: family to run */
  @Column('jsonb')
  seconds!: number[][];
  @Column('int')
  revision!: number;
}
