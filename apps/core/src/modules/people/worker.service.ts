import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, type Refusal, type Skill, type Worker } from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import type { PageRequest } from '../../platform/http';
import { PlantRepository, type Values } from '../plant';
import { SkillRepository } from './skill.repository';
import { WorkerRepository, type WorkerFilter } from './worker.repository';

const SEES_BADGES = new Set(['lead', 'planner', 'manager', 'admin']);
const SEES_PAY = new Set(['planner', 'manager', 'admin']);

/** A badge opens the floor screens and pay is private: who does not look after people sees neither. */
function seenBy(caller: Caller, worker: Worker): Worker {
  return {
    ...worker,
    badge: SEES_BADGES.has(caller.rights) ? worker.badge : null,
    ratePerHour: SEES_PAY.has(caller.rights) ? worker.ratePerHour : 0,
  };
}

/** Workers and what they can do. */
@Injectable()
export class WorkerService {
  constructor(
    private readonly database: Database,
    private readonly plants: PlantRepository,
    private readonly workers: WorkerRepository,
    private readonly skillRows: SkillRepository,
  ) {}

  /** One page of workers, as the caller may see them. */
  async page(
    caller: Caller,
    filter: WorkerFilter,
    page: PageRequest & { readonly q?: string | undefined },
  ): Promise<{ items: Worker[]; nextCursor: string | null }> {
    const found = await this.database.read(caller.plant, (tx) => this.workers.page(tx, filter, page));
    return { ...found, items: found.items.map((worker) => seenBy(caller, worker)) };
  }

  /**
   * Creates or changes a worker. A caller who does not see the pay leaves it as it is.
   * @returns reference.unknown (line, skill), thing.exists (the badge belongs to somebody else)
   */
  put(caller: Caller, id: string, values: Values<Worker>): Promise<Worker | Refusal> {
    return this.database.write(caller.plant, async (tx) => {
      const refusal = await this.check(tx, id, values);
      if (refusal) return refusal;
      const stored = SEES_PAY.has(caller.rights) ? null : await this.workers.find(tx, id);
      const ratePerHour = SEES_PAY.has(caller.rights) ? values.ratePerHour : (stored?.ratePerHour ?? 0);
      const saved = await this.workers.put(tx, id, { ...values, ratePerHour });
      if (isRefusal(saved)) return saved;
      tx.announce('plant.changed', { kind: 'worker', id, replan: true });
      return seenBy(caller, saved);
    });
  }

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

  private async check(tx: Tx, id: string, values: Values<Worker>): Promise<Refusal | null> {
    const { line, skills, badge } = values;
    if (line !== null && !(await this.plants.lines(tx)).some((one) => one.id === line))
      return refuse('reference.unknown', { field: 'line', kind: 'line', id: line });
    const known = await this.skillRows.known(
      tx,
      skills.map(({ skill }) => skill),
    );
    const stray = skills.findIndex(({ skill }) => !known.has(skill));
    if (stray >= 0)
      return refuse('reference.unknown', {
        field: `skills.${stray}.skill`,
        kind: 'skill',
        id: skills[stray]?.skill ?? '',
      });
    const holder = badge === null ? null : await this.workers.badgeHolder(tx, badge);
    return holder === null || holder === id
      ? null
      : refuse('thing.exists', { kind: 'badge', id: badge, holder });
  }
}
