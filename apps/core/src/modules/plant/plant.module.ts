import { Module } from '@nestjs/common';
import { PlantController } from './plant.controller';
import { PlantRealtime } from './plant.realtime';
import { PlantRepository } from './plant.repository';
import { PlantService } from './plant.service';

/** Plants, lines, stations, reason codes. */
@Module({
  controllers: [PlantController],
  providers: [PlantService, PlantRepository, PlantRealtime],
  exports: [PlantService, PlantRepository],
})
export class PlantModule {}
