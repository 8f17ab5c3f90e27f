import { SkillEntity } from './skill.entity';
import { WorkerEntity } from './worker.entity';

export { PeopleModule } from './people.module';
export { WorkerRepository } from './worker.repository';

/** Tables of this module. */
export const peopleEntities = [SkillEntity, WorkerEntity] as const;
