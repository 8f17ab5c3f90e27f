import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A message of a shop that was accepted: what arrives again is known by it. Never changed. */
@Entity({ name: 'shop_message' })
@ForeignKey('channel', ['plant', 'channel'], ['plant', 'id'])
export class ShopMessageEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  channel!: string;
  @PrimaryColumn('text')
  order!: string;
  @PrimaryColumn('int')
  revision!: number;
  /** SHA-256 of what it says */
  @Column('text')
  digest!: string;
  @Column('timestamptz')
  receivedAt!: Date;
}
