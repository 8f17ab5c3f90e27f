import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Tx } from '../../platform/database';
import { ImportFileEntity } from './import.entity';

/** Tables of the master data with the column that is their key within the plant. */
const TABLES = [
  ['skill', 'id'],
  ['reason', 'id'],
  ['shift_pattern', 'id'],
  ['line', 'id'],
  ['changeover', 'id'],
  ['station', 'id'],
  ['worker', 'id'],
  ['item', 'id'],
  ['routing', 'item'],
  ['bom', 'item'],
  ['customer', 'id'],
] as const;

const LISTED = 100;

/** Checked files in PostgreSQL, and the state of the master data that they were checked against. */
@Injectable()
export class ImportRepository {
  /** Makes all reads of the transaction see one state of the database; its first statement. */
  async asOfNow(tx: Tx): Promise<void> {
    await tx.query('set transaction isolation level repeatable read');
  }

  /** Holds off every other writer of master data until the commit. */
  async lockMasterData(tx: Tx): Promise<void> {
    const tables = TABLES.map(([table]) => table).join(', ');
    await tx.query(`lock table ${tables} in share row exclusive mode`);
  }

  /** A text that differs when anything of the plant's master data was created, changed or removed. */
  async fingerprint(tx: Tx): Promise<string> {
    const parts = TABLES.map(
      ([table, key]) =>
        `select '${table}' as name, count(*) as n, sum(hashtextextended(${key} || ':' || revision, 0)::numeric) as hash
         from ${table} where plant = $1`,
    );
    const rows = await tx.query<{ name: string; n: string; hash: string | null }>(parts.join(' union all '), [
      tx.plant,
    ]);
    return rows.map(({ name, n, hash }) => `${name}:${n}:${hash ?? 0}`).join(' ');
  }

  /** Keeps a checked file. */
  async add(tx: Tx, row: ImportFileEntity): Promise<void> {
    await tx.of(ImportFileEntity).insert(row);
  }

  /** A file with its content. */
  find(tx: Tx, id: string): Promise<ImportFileEntity | null> {
    return tx
      .of(ImportFileEntity)
      .createQueryBuilder('one')
      .addSelect('one.content')
      .where('one.plant = :plant and one.id = :id', { plant: tx.plant, id })
      .getOne();
  }

  /** A file without its content, locked until the commit. */
  lock(tx: Tx, id: string): Promise<ImportFileEntity | null> {
    return tx
      .of(ImportFileEntity)
      .findOne({ where: { plant: tx.plant, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Notes that a file was imported. */
  async committed(tx: Tx, id: string, at: Date): Promise<void> {
    await tx
      .of(ImportFileEntity)
      .update({ plant: tx.plant, id }, { status: 'committed', committedAt: at, content: null });
  }

  /** Files, newest first, without their contents. */
  list(tx: Tx): Promise<ImportFileEntity[]> {
    return tx
      .of(ImportFileEntity)
      .find({ where: { plant: tx.plant }, order: { checkedAt: 'DESC', id: 'DESC' }, take: LISTED });
  }

  /** Lets go of the contents of files that were checked before an instant and not imported. */
  async forget(tx: Tx, before: Date): Promise<void> {
    await tx
      .of(ImportFileEntity)
      .update({ plant: tx.plant, status: 'checked', checkedAt: LessThan(before) }, { content: null });
  }
}
