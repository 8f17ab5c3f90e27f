import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A customer. */
@Entity({ name: 'customer' })
@ForeignKey('plant', ['plant'], ['plant'])
@Index(['plant', 'name', 'id'])
export class CustomerEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  nameZh!: string | null;
  @Column('int')
  weight!: number;
  @Column('int')
  minRemainingLifeDays!: number;
  @Column('text', { nullable: true })
  priceGroup!: string | null;
  @Column('boolean')
  active!: boolean;
  @Column('int')
  revision!: number;
}
