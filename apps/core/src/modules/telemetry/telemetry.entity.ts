import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { OpenSpan, SeqRanges, StationMemory, StopSpan } from '@takt/telemetry';

// No foreign key leads to or from telemetry: messages outlive master data and may move to a store of their own.

/** A station as it is now, and what has to be remembered to go on. */
@Entity({ name: 'station_live' })
export class StationLiveEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  station!: string;
  @Column('text')
  line!: string;
  @Column('jsonb')
  memory!: StationMemory;
  /** the newest stored intervals, perhaps provisional */
  @Column('jsonb')
  tail!: OpenSpan[];
  /** the stop in which the station stands, long or short */
  @Column('jsonb', { nullable: true })
  down!: StopSpan | null;
  /** begin of the stop of which others were told that the station is down */
  @Column('timestamptz', { nullable: true })
  downSince!: Date | null;
  /** row of the stop in which it stands, once that is long enough */
  @Column('uuid', { nullable: true })
  openStop!: string | null;
  /** null: never heard of */
  @Column('boolean', { nullable: true })
  online!: boolean | null;
  /** operation that was last started or resumed here */
  @Column('text', { nullable: true })
  operation!: string | null;
  @Column('int')
  version!: number;
  /** newest version that others were told of */
  @Column('int')
  toldVersion!: number;
  /** factory time at which something changes by itself: silence, a stop that grows long */
  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;
}

/** An interval in which a station was in one state. */
@Entity({ name: 'state_interval' })
export class StateIntervalEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  station!: string;
  @PrimaryColumn('timestamptz')
  startAt!: Date;
  @Column('timestamptz', { nullable: true })
  endAt!: Date | null;
  @Column('text')
  state!: string;
  @Column('text', { nullable: true })
  reason!: string | null;
  @Column('text', { nullable: true })
  operation!: string | null;
}

/** Pieces that a machine counted within a minute: shifts begin on whole minutes. */
@Entity({ name: 'count_minute' })
export class CountMinuteEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  station!: string;
  @PrimaryColumn('timestamptz')
  minuteAt!: Date;
  @Column('bigint')
  good!: string;
  @Column('bigint')
  scrap!: string;
}

/** What has arrived of one boot of a device. */
@Entity({ name: 'device_boot' })
export class DeviceBootEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  line!: string;
  @PrimaryColumn('text')
  station!: string;
  @PrimaryColumn('text')
  boot!: string;
  /** sequence numbers that have arrived */
  @Column('jsonb')
  ranges!: SeqRanges;
  /** up to here nothing is waited for any more */
  @Column('bigint')
  givenUp!: string;
  /** highest number at `markedAt`: what is missing below it a day later is given up */
  @Column('bigint')
  marked!: string;
  @Column('timestamptz')
  markedAt!: Date;
  @Column('timestamptz')
  committedAt!: Date;
}

/** A stop that was longer than the micro-stop limit of its station. */
@Entity({ name: 'stop' })
@Index(['plant', 'startAt', 'id'])
@Index(['plant', 'station', 'startAt'])
export class StopEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  station!: string;
  @Column('text')
  line!: string;
  @Column('text')
  state!: string;
  @Column('timestamptz')
  startAt!: Date;
  @Column('timestamptz', { nullable: true })
  endAt!: Date | null;
  /** the station fell silent: when the stop ended is not known */
  @Column('boolean')
  lost!: boolean;
  /** given by a person, or by the device as long as nobody has explained it */
  @Column('text', { nullable: true })
  reason!: string | null;
  @Column('text')
  note!: string;
  @Column('text', { nullable: true })
  explainedBy!: string | null;
  @Column('timestamptz', { nullable: true })
  explainedAt!: Date | null;
  /** command that explained it: sent again, it changes nothing */
  @Column('uuid', { nullable: true })
  explainedWith!: string | null;
  @Column('text', { nullable: true })
  operation!: string | null;
}

/** A message that was not accepted, whole. */
@Entity({ name: 'quarantine' })
@Index(['plant', 'receivedAt', 'id'])
@Index(['plant', 'digest'], { unique: true, where: 'resolved_at is null' })
export class QuarantineEntity {
  /** `*`: of no plant that there is */
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  topic!: string;
  @Column('text')
  reason!: string;
  @Column('text')
  detail!: string;
  @Column('bytea')
  payload!: Buffer;
  @Column('int')
  bytes!: number;
  /** of topic and payload: what comes again is the same entry */
  @Column('bytea')
  digest!: Buffer;
  @Column('timestamptz')
  receivedAt!: Date;
  @Column('timestamptz')
  lastAt!: Date;
  @Column('int')
  times!: number;
  @Column('timestamptz', { nullable: true })
  resolvedAt!: Date | null;
  @Column('text', { nullable: true })
  resolution!: string | null;
}
