import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A skill. */
@Entity({ name: 'skill' })
@ForeignKey('plant', ['plant'], ['plant'])
export class SkillEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  nameZh!: string | null;
  @Column('int')
  revision!: number;
}
