import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, type Skill } from '@takt/contracts';
import { putMany, putRevised, type Tx } from '../../platform/database';
import { ifMatches } from '../../platform/http';
import { rowsOf, type Many, type Values } from '../plant';
import { SkillRegister } from '../product';
import { SkillEntity } from './skill.entity';

function skillOf({ plant: _, nameZh, ...rest }: SkillEntity): Skill {
  return { ...rest, ...(nameZh === null ? {} : { nameZh }) };
}

/** Skills in PostgreSQL. */
@Injectable()
export class SkillRepository extends SkillRegister {
  /** All skills of the plant, by id. */
  async all(tx: Tx): Promise<Skill[]> {
    const rows = await tx.of(SkillEntity).find({ where: { plant: tx.plant }, order: { id: 'ASC' } });
    return rows.map(skillOf);
  }

  async known(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>('select id from skill where plant = $1 and id = any($2)', [
      tx.plant,
      ids,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Creates or renames a skill. */
  async put(tx: Tx, id: string, values: Values<Skill>): Promise<Skill | Refusal> {
    const saved = await putRevised(tx, {
      entity: SkillEntity,
      key: { plant: tx.plant, id },
      values: { ...values, nameZh: values.nameZh ?? null },
      check: (stored) => ifMatches(`skill ${id}`, stored),
    });
    return isRefusal(saved) ? saved : skillOf(saved);
  }

  /** Creates or renames many skills. */
  putMany(tx: Tx, skills: Many<Skill>): Promise<void> {
    return putMany(tx, SkillEntity, rowsOf(tx, skills));
  }
}
