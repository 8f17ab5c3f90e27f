import { Global, Module } from '@nestjs/common';
import { PlantModule } from '../plant';
import { SkillRegister } from '../product';
import { SkillRepository } from './skill.repository';
import { WorkerController } from './worker.controller';
import { WorkerRepository } from './worker.repository';
import { WorkerService } from './worker.service';

/** Workers, skills, shifts, attendance. Global because routings ask it which skills there are. */
@Global()
@Module({
  imports: [PlantModule],
  controllers: [WorkerController],
  providers: [
    WorkerRepository,
    SkillRepository,
    WorkerService,
    { provide: SkillRegister, useExisting: SkillRepository },
  ],
  exports: [WorkerRepository, SkillRegister],
})
export class PeopleModule {}
