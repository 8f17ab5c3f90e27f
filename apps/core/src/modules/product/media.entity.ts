import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Media } from '@takt/contracts';

/** A picture, video or PDF that instructions show. It is only added. */
@Entity({ name: 'media' })
@ForeignKey('plant', ['plant'], ['plant'])
@Index(['plant', 'digest'], { unique: true })
@Index(['plant', 'addedAt', 'id'])
export class MediaEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  /** SHA-256 of the content, in hexadecimal: the same file is there once */
  @Column('text')
  digest!: string;
  @Column('text')
  name!: string;
  @Column('text')
  kind!: Media['kind'];
  @Column('text')
  type!: Media['type'];
  @Column('int')
  bytes!: number;
  @Column('timestamptz')
  addedAt!: Date;
  @Column('text')
  addedBy!: string;
  @Column('bytea', { select: false })
  content!: Buffer;
}
