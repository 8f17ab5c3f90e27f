import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PatternShift } from '@takt/contracts';

/** A shift pattern. */
@Entity({ name: 'shift_pattern' })
@ForeignKey('plant', ['plant'], ['plant'])
export class ShiftPatternEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  nameZh!: string | null;
  @Column('jsonb')
  shifts!: PatternShift[];
  @Column('int')
  revision!: number;
}

/** An exception from the shift pattern. */
@Entity({ name: 'shift_exception' })
@ForeignKey('plant', ['plant'], ['plant'])
@ForeignKey('line', ['plant', 'line'], ['plant', 'id'], { onDelete: 'CASCADE' })
@ForeignKey('station', ['plant', 'station'], ['plant', 'id'], { onDelete: 'CASCADE' })
@ForeignKey('worker', ['plant', 'worker'], ['plant', 'id'], { onDelete: 'CASCADE' })
@Index(['plant', 'endAt', 'startAt'])
export class ShiftExceptionEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  kind!: string;
  @Column('text', { nullable: true })
  line!: string | null;
  @Column('text', { nullable: true })
  station!: string | null;
  @Column('text', { nullable: true })
  worker!: string | null;
  @Column('timestamptz')
  startAt!: Date;
  @Column('timestamptz')
  endAt!: Date;
  @Column('text')
  note!: string;
  @Column('int')
  revision!: number;
}
