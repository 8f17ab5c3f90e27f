import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AndonModule } from '../andon';
import { PlantModule } from '../plant';
import { ProductionModule } from '../production';
import { SchedulingModule } from '../scheduling';
import { CommandController } from './command.controller';
import { CommandEvents } from './command.events';
import { CommandRepository } from './command.repository';
import { CommandSender } from './command-sender';
import { CommandService } from './command.service';
import { LightTeller } from './light-teller';
import { LoadTeller } from './load-teller';

/** What core says to devices: what to load next, how the light of a station stands. */
@Module({
  imports: [PlantModule, AccessModule, ProductionModule, AndonModule, SchedulingModule],
  controllers: [CommandController],
  providers: [CommandService, CommandRepository, CommandSender, LoadTeller, LightTeller, CommandEvents],
})
export class CommandModule {}
