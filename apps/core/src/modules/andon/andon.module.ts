import { Module } from '@nestjs/common';
import { PlantModule } from '../plant';
import { AndonCallController } from './andon-call.controller';
import { AndonCallEvents } from './andon-call.events';
import { AndonCallRepository } from './andon-call.repository';
import { AndonCallService } from './andon-call.service';

/** Calls for help. */
@Module({
  imports: [PlantModule],
  controllers: [AndonCallController],
  providers: [AndonCallService, AndonCallRepository, AndonCallEvents],
  exports: [AndonCallService, AndonCallRepository],
})
export class AndonModule {}
