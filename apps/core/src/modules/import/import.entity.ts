import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ImportResult } from '@takt/contracts';
import type { PlacedFault } from './table/faults';

/** A file that was checked, and perhaps imported. */
@Entity({ name: 'import_file' })
@ForeignKey('plant', ['plant'], ['plant'])
@Index(['plant', 'checkedAt'])
export class ImportFileEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  file!: string;
  @Column('text')
  status!: ImportResult['status'];
  @Column('jsonb')
  sheets!: ImportResult['sheets'];
  @Column('jsonb')
  faults!: PlacedFault[];
  /** the file itself, as long as it can be imported */
  @Column('bytea', { nullable: true, select: false })
  content!: Buffer | null;
  /** what the master data was when the file was checked */
  @Column('text')
  fingerprint!: string;
  @Column('timestamptz')
  checkedAt!: Date;
  @Column('timestamptz', { nullable: true })
  committedAt!: Date | null;
}
