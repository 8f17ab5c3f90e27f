import { Injectable } from '@nestjs/common';
import { isRefusal, type Changeover, type Refusal } from '@takt/contracts';
import { putMany, putRevised, type Tx } from '../../platform/database';
import { ifMatches } from '../../platform/http';
import { rowsOf, type Many, type Values } from '../plant';
import { ChangeoverEntity } from './changeover.entity';

function changeoverOf({ plant: _, nameZh, ...rest }: ChangeoverEntity): Changeover {
  return { ...rest, ...(nameZh === null ? {} : { nameZh }) };
}

/** Changeover matrices in PostgreSQL. */
@Injectable()
export class ChangeoverRepository {
  /** All matrices of the plant, by id. */
  async all(tx: Tx): Promise<Changeover[]> {
    const rows = await tx.of(ChangeoverEntity).find({ where: { plant: tx.plant }, order: { id: 'ASC' } });
    return rows.map(changeoverOf);
  }

  /** Creates or replaces a matrix. */
  async put(tx: Tx, id: string, values: Values<Changeover>): Promise<Changeover | Refusal> {
    const saved = await putRevised(tx, {
      entity: ChangeoverEntity,
      key: { plant: tx.plant, id },
      values: { ...values, nameZh: values.nameZh ?? null },
      check: (stored) => ifMatches(`changeover ${id}`, stored),
    });
    return isRefusal(saved) ? saved : changeoverOf(saved);
  }

  /** Creates or replaces many matrices. */
  putMany(tx: Tx, matrices: Many<Changeover>): Promise<void> {
    return putMany(tx, ChangeoverEntity, rowsOf(tx, matrices));
  }
}
