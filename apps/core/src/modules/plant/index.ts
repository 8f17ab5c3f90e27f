import { LineEntity, PlantEntity, ReasonEntity, StationEntity } from './plant.entity';

export { PlantFounder } from './plant-founder';
export { PlantModule } from './plant.module';
export { PlantService } from './plant.service';
export { PlantRepository, rowsOf, type Many, type Values } from './plant.repository';
export { ShiftPatterns } from './shift-patterns';
export { StationChangeovers } from './station-changeovers';

/** Tables of this module. */
export const plantEntities = [PlantEntity, LineEntity, StationEntity, ReasonEntity] as const;
