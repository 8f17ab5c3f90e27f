import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A plant. */
@Entity({ name: 'plant' })
export class PlantEntity {
  /** the plant's own id stands in `plant`, as in every table, so that row-level security covers it */
  @PrimaryColumn('text')
  plant!: string;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  nameZh!: string | null;
  @Column('text')
  timeZone!: string;
  @Column('text')
  currency!: string;
  @Column('text')
  language!: string;
  @Column('int')
  frozenSec!: number;
  @Column('int')
  toleranceSec!: number;
  @Column('int')
  ackWithinSec!: number;
  @Column('text')
  costing!: string;
  @Column('int')
  revision!: number;
}

/** A line. */
@Entity({ name: 'line' })
@ForeignKey('plant', ['plant'], ['plant'])
@ForeignKey('shift_pattern', ['plant', 'shiftPattern'], ['plant', 'id'])
export class LineEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  nameZh!: string | null;
  @Column('int')
  position!: number;
  @Column('text', { nullable: true })
  shiftPattern!: string | null;
  @Column('int')
  revision!: number;
}

/** A station. */
@Entity({ name: 'station' })
@ForeignKey('line', ['plant', 'line'], ['plant', 'id'])
@ForeignKey('changeover', ['plant', 'changeover'], ['plant', 'id'])
export class StationEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  line!: string;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  nameZh!: string | null;
  @Column('int')
  position!: number;
  @Column('text', { array: true })
  capabilities!: string[];
  @Column('text', { nullable: true })
  changeover!: string | null;
  @Column('text')
  countSource!: string;
  @Column('text', { default: 'keypad' })
  reportBy!: string;
  @Column('int')
  microstopSec!: number;
  @Column('int')
  silentSec!: number;
  @Column('double precision')
  costPerHour!: number;
  @Column('boolean')
  active!: boolean;
  @Column('int')
  revision!: number;
}

/** A reason code. */
@Entity({ name: 'reason' })
@ForeignKey('plant', ['plant'], ['plant'])
export class ReasonEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  kind!: string;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  nameZh!: string | null;
  @Column('boolean')
  planned!: boolean;
  @Column('text', { array: true, default: '{}' })
  capabilities!: string[];
  @Column('int')
  position!: number;
  @Column('boolean')
  active!: boolean;
  @Column('int')
  revision!: number;
}
