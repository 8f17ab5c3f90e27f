import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { InstructionStep, ProcessLimit } from '@takt/contracts';

/** The routing of an item: what its revision counts. */
@Entity({ name: 'routing' })
@ForeignKey('item', ['plant', 'item'], ['plant', 'id'])
export class RoutingEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  item!: string;
  @Column('int')
  revision!: number;
}

/** One operation of a routing. */
@Entity({ name: 'routing_operation' })
@ForeignKey('routing', ['plant', 'item'], ['plant', 'item'], { onDelete: 'CASCADE' })
@ForeignKey('skill', ['plant', 'skill'], ['plant', 'id'])
export class RoutingOperationEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  item!: string;
  @PrimaryColumn('int')
  no!: number;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  nameZh!: string | null;
  @Column('text', { nullable: true })
  family!: string | null;
  @Column('text', { nullable: true })
  skill!: string | null;
  @Column('int')
  crew!: number;
  @Column('int')
  waitMinSec!: number;
  @Column('int', { nullable: true })
  waitMaxSec!: number | null;
  @Column('boolean')
  interruptible!: boolean;
  @Column('jsonb')
  limits!: ProcessLimit[];
  @Column('text')
  instruction!: string;
  @Column('text')
  instructionZh!: string;
  @Column('jsonb', { default: [] })
  steps!: InstructionStep[];
}

/** One way to do an operation. */
@Entity({ name: 'routing_station' })
@ForeignKey('routing_operation', ['plant', 'item', 'no'], ['plant', 'item', 'no'], { onDelete: 'CASCADE' })
@ForeignKey('station', ['plant', 'station'], ['plant', 'id'])
@Index(['plant', 'station'])
export class RoutingStationEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  item!: string;
  @PrimaryColumn('int')
  no!: number;
  /** from 0: the first is preferred where nothing else decides */
  @PrimaryColumn('int')
  position!: number;
  @Column('text')
  station!: string;
  @Column('double precision')
  runSecPerUnit!: number;
  @Column('int')
  setupSec!: number;
}
