import { Module } from '@nestjs/common';
import { PlantModule } from '../plant';
import { WorkerRepository } from './worker.repository';

/** Workers, skills, shifts, attendance. */
@Module({ imports: [PlantModule], providers: [WorkerRepository], exports: [WorkerRepository] })
export class PeopleModule {}
