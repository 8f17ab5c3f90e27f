import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, type Skill } from '@takt/contracts';
import { Database } from '../../platform/database';
import type { Values } from '../plant';
import { SkillRepository } from './skill.repository';

/** Workers and what they can do. */
@Injectable()
export class WorkerService {
  constructor(
    private readonly database: Database,
    private readonly skillRows: SkillRepository,
  ) {}

  /** Skills of the plant, by id. */
  skills(plant: string): Promise<Skill[]> {
    return this.database.read(plant, (tx) => this.skillRows.all(tx));
  }

  /** Creates or renames a skill. */
  putSkill(plant: string, id: string, values: Values<Skill>): Promise<Skill | Refusal> {
    return this.database.write(plant, async (tx) => {
      const saved = await this.skillRows.put(tx, id, values);
      if (!isRefusal(saved)) tx.announce('plant.changed', { kind: 'skill', id, replan: false });
      return saved;
    });
  }
}
