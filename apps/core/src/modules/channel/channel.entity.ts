import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A shop that sends orders. */
@Entity({ name: 'channel' })
@ForeignKey('plant', ['plant'], ['plant'])
@Index(['id'])
export class ChannelEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  customer!: string | null;
  @Column('text', { nullable: true })
  webhook!: string | null;
  @Column('boolean')
  active!: boolean;
  /** secret of the signatures, sealed with the secret of the installation */
  @Column('text')
  sealedSecret!: string;
  @Column('int')
  revision!: number;
}
