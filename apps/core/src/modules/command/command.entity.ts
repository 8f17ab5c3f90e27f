import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DeviceCommand } from '@takt/contracts';

/** A command to the device of a station. The newest of each type counts: those before it are history. */
@Entity({ name: 'device_command' })
@ForeignKey('station', ['plant', 'station'], ['plant', 'id'], { onDelete: 'CASCADE' })
@Index(['plant', 'station', 'madeAt'])
@Index(['madeAt'], { where: 'answered_at is null' })
export class DeviceCommandEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  station!: string;
  @Column('text')
  line!: string;
  @Column('text')
  type!: string;
  @Column('jsonb')
  command!: DeviceCommand;
  @Column('timestamptz')
  madeAt!: Date;
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
  @Column('boolean', { nullable: true })
  ok!: boolean | null;
  @Column('text', { nullable: true })
  error!: string | null;
}
