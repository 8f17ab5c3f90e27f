import { Module } from '@nestjs/common';
import { AndonModule } from '../andon';
import { PeopleModule } from '../people';
import { HandoverController } from './handover.controller';
import { HandoverRepository } from './handover.repository';
import { HandoverService } from './handover.service';
import { ShiftFactsRepository } from './shift-facts.repository';

/** Handover between shifts. */
@Module({
  imports: [PeopleModule, AndonModule],
  controllers: [HandoverController],
  providers: [HandoverService, HandoverRepository, ShiftFactsRepository],
})
export class HandoverModule {}
